package io.bincard.server.reconcile;

import io.avaje.jsonb.Json;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Reading;
import io.bincard.model.stock.Status;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The few columns that hold JSON, written in a fixed order so that equal means equal. */
final class Columns {
  private Columns() {}

  /** The readings of a statement. */
  @Json
  record Readings(List<Row> readings) {
    /** One reading; see {@link Reading}. */
    @Json
    record Row(String lot, Quantity expected, Quantity posted, Status status) {}
  }

  /** The lots a statement is about, or not about. */
  @Json
  record Lots(List<String> lots) {}

  /** The keys an account statement says nothing of. */
  @Json
  record Keys(List<CountedKey> keys) {}

  static String readings(Map<String, Reading> readings) {
    return WireJson.write(
        new Readings(
            new TreeMap<>(readings)
                .values().stream()
                    .map(r -> new Readings.Row(r.lot(), r.expected(), r.posted(), r.status()))
                    .toList()));
  }

  static Map<String, Reading> readings(String json) {
    Map<String, Reading> readings = new HashMap<>();
    for (Readings.Row row : read(Readings.class, json).readings()) {
      readings.put(row.lot(), new Reading(row.lot(), row.expected(), row.posted(), row.status()));
    }
    return readings;
  }

  static String lots(Set<String> lots) {
    return WireJson.write(new Lots(lots.stream().sorted().toList()));
  }

  static Set<String> lots(String json) {
    return Set.copyOf(read(Lots.class, json).lots());
  }

  static String keys(Set<CountedKey> keys) {
    Comparator<CountedKey> order =
        Comparator.comparing(CountedKey::item)
            .thenComparing(key -> key.lot() == null ? "" : key.lot());
    return WireJson.write(new Keys(keys.stream().sorted(order).toList()));
  }

  static Set<CountedKey> keys(String json) {
    return Set.copyOf(read(Keys.class, json).keys());
  }

  static <T> T read(Class<T> type, String json) {
    try {
      return WireJson.read(type, json);
    } catch (UnreadableException damaged) {
      throw new IllegalStateException("a stored " + type.getSimpleName() + " is damaged", damaged);
    }
  }
}
