package io.bincard.server.audit;

import io.bincard.model.stock.Quantity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** How far counts may be off, and since when: the most specific tolerance in force wins. */
final class Tolerances {
  /** A row of the table; an empty name means any. */
  record Row(String location, String item, String itemClass, long validFrom, Quantity units) {}

  private final Map<Key, NavigableMap<Long, Quantity>> since = new HashMap<>();
  private final Set<String> classes = new HashSet<>(Set.of(""));

  Tolerances(List<Row> rows) {
    for (Row row : rows) {
      classes.add(row.itemClass());
      since
          .computeIfAbsent(
              Key.of(row.location(), row.item(), row.itemClass()), key -> new TreeMap<>())
          .put(row.validFrom(), row.units());
    }
  }

  /** The tolerance in force at t: of the bin, else of the item, of its class, of the site. */
  Quantity at(long t, String location, String item, String itemClass) {
    for (List<Key> rank : ranks(location, item, itemClass)) {
      Map.Entry<Long, Quantity> latest = null;
      for (Key key : rank) {
        Map.Entry<Long, Quantity> entry = since.getOrDefault(key, new TreeMap<>()).floorEntry(t);
        if (entry != null && (latest == null || entry.getKey() > latest.getKey())) {
          latest = entry;
        }
      }
      if (latest != null) {
        return latest.getValue();
      }
    }
    return Quantity.ZERO;
  }

  private static List<List<Key>> ranks(String location, String item, String itemClass) {
    return List.of(
        List.of(
            Key.of(location, item, itemClass),
            Key.of(location, item, ""),
            Key.of(location, "", itemClass),
            Key.of(location, "", "")),
        List.of(Key.of("", item, itemClass), Key.of("", item, "")),
        List.of(Key.of("", "", itemClass)),
        List.of(Key.of("", "", "")));
  }

  /**
   * Whether a stored tolerance can be explained. It was frozen with the class the item had then,
   * which nobody keeps: any class will do.
   */
  boolean explain(Quantity stored, long t, String location, String item) {
    return classes.stream().anyMatch(itemClass -> at(t, location, item, itemClass).equals(stored));
  }

  /** Whether the class of an item matters at all. */
  boolean knowClasses() {
    return classes.size() > 1;
  }
}
