package io.bincard.server.audit;

import io.avaje.jsonb.Json;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.ServerRecord.Allocated;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Reading;
import io.bincard.model.stock.Status;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns that hold JSON, as the audit reads them. What cannot be read counts as nothing, and
 * so shows as a difference.
 */
final class StoredJson {
  private StoredJson() {}

  /** What the fold found at a statement. */
  @Json
  record Readings(List<Line> readings) {
    Readings {
      readings = List.copyOf(readings);
    }

    /** Of one lot; see {@link Reading}. */
    @Json
    record Line(String lot, Quantity expected, Quantity posted, Status status) {
      Line {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(expected);
        Objects.requireNonNull(posted);
        Objects.requireNonNull(status);
      }
    }
  }

  /** The lots a statement is about, or not about. */
  @Json
  record Lots(List<String> lots) {
    Lots {
      lots = List.copyOf(lots);
    }
  }

  /** The keys a statement about an account says nothing of. */
  @Json
  record Keys(List<CountedKey> keys) {
    Keys {
      keys = List.copyOf(keys);
    }
  }

  static Map<String, Reading> readings(String json) {
    Map<String, Reading> byLot = new HashMap<>();
    Readings read = read(Readings.class, json);
    if (read != null) {
      read.readings()
          .forEach(
              r -> byLot.put(r.lot(), new Reading(r.lot(), r.expected(), r.posted(), r.status())));
    }
    return byLot;
  }

  static Set<String> lots(String json) {
    Lots read = read(Lots.class, json);
    return read == null ? Set.of() : Set.copyOf(read.lots());
  }

  static Set<CountedKey> keys(String json) {
    Keys read = read(Keys.class, json);
    return read == null ? Set.of() : Set.copyOf(read.keys());
  }

  /** The stops of an order; those that cannot be read are none. */
  static List<Allocated.Allocation> stops(String json) {
    Allocated read = read(Allocated.class, "{\"order\":\"\",\"allocations\":" + json + "}");
    return read == null ? List.of() : read.allocations();
  }

  static <T> @Nullable T read(Class<T> type, String json) {
    try {
      return WireJson.read(type, json);
    } catch (UnreadableException damaged) {
      return null;
    }
  }
}
