package io.bincard.demo.retail;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Deliveries that bring in time what is ordered: one before each week, of the items that would run
 * out in it, in cases of twelve.
 */
final class Supply {
  private static final int CASE = 12;

  private Supply() {}

  /** A line of a delivery. */
  record Line(String delivery, int line, String code, long quantity) {}

  static List<Line> of(List<RetailRow> orders) {
    Map<String, Map<String, Long>> wantedByWeek = new TreeMap<>();
    for (RetailRow row : orders) {
      wantedByWeek
          .computeIfAbsent(week(row.date()), week -> new LinkedHashMap<>())
          .merge(Conversion.code(row), (long) row.quantity(), Math::addExact);
    }
    List<Line> lines = new ArrayList<>();
    Map<String, Long> held = new HashMap<>();
    wantedByWeek.forEach(
        (week, wanted) -> {
          int line = 0;
          for (Map.Entry<String, Long> item : wanted.entrySet()) {
            long left = held.getOrDefault(item.getKey(), 0L) - item.getValue();
            if (left < 0) {
              long quantity = Math.ceilDiv(-left, CASE) * CASE;
              lines.add(new Line(week, ++line, item.getKey(), quantity));
              left += quantity;
            }
            held.put(item.getKey(), left);
          }
        });
    return lines;
  }

  /** Such as {@code 2010-W48}; the order of the weeks is that of the alphabet. */
  private static String week(LocalDate date) {
    return "%d-W%02d"
        .formatted(
            date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
