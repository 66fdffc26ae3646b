package io.bincard.server.reconcile;

import io.bincard.model.stock.Tolerance;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The tolerances of a site, with the time each began.
 *
 * @param classOfItem the ABC class of the items concerned
 */
public record Tolerances(List<Row> rows, Map<String, String> classOfItem) {
  public static final Tolerances NONE = new Tolerances(List.of(), Map.of());

  public Tolerances {
    rows = List.copyOf(rows);
    classOfItem = Map.copyOf(classOfItem);
  }

  /** One tolerance; an empty name means any. */
  public record Row(
      String location, String item, String itemClass, long validFrom, Tolerance tolerance) {
    private int rank() {
      if (!location.isEmpty()) {
        return 3;
      }
      return !item.isEmpty() ? 2 : !itemClass.isEmpty() ? 1 : 0;
    }
  }

  /** The most specific one in force at t: of the bin, else the item, the class, the site. */
  Tolerance at(long t, String location, String item) {
    String itemClass = classOfItem.getOrDefault(item, "");
    return rows.stream()
        .filter(row -> row.validFrom() <= t)
        .filter(row -> row.location().isEmpty() || row.location().equals(location))
        .filter(row -> row.item().isEmpty() || row.item().equals(item))
        .filter(row -> row.itemClass().isEmpty() || row.itemClass().equals(itemClass))
        .max(Comparator.comparingInt(Row::rank).thenComparingLong(Row::validFrom))
        .map(Row::tolerance)
        .orElse(Tolerance.NONE);
  }
}
