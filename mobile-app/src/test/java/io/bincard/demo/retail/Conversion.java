package io.bincard.demo.retail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of invoices are lines of orders, and what becomes of the others.
 *
 * @param kept rows that are lines of orders, codes in upper case, in the order of the file
 * @param dropped the other rows, each with why
 * @param changed kept rows of which something is another, each with what
 * @param names what items are called, by code
 */
record Conversion(
    List<RetailRow> kept,
    Map<RetailRow, Reason> dropped,
    Map<RetailRow, Set<Reason>> changed,
    Map<String, String> names) {
  private static final int MOST = 10_000_000;
  // Five digits and up to three letters; party bags and cushion pads have codes of their own.
  private static final Pattern GOODS = Pattern.compile("[0-9]{5}[A-Z]{0,3}|DCGS[A-Z0-9]+|PADS");

  static Conversion of(List<RetailRow> rows) {
    Map<String, Long> rowsOfInvoice =
        rows.stream().collect(Collectors.groupingBy(RetailRow::invoice, Collectors.counting()));
    List<RetailRow> kept = new ArrayList<>();
    Map<RetailRow, Reason> dropped = new LinkedHashMap<>();
    for (RetailRow row : rows) {
      boolean alone = rowsOfInvoice.get(row.invoice()) == 1;
      Reason reason = reasonToDrop(row, alone);
      if (reason == null) {
        kept.add(row);
      } else {
        dropped.put(row, reason);
      }
    }
    Map<String, String> names = names(kept);
    Map<RetailRow, Set<Reason>> changed = new LinkedHashMap<>();
    for (RetailRow row : kept) {
      Set<Reason> changes = changes(row, names);
      if (!changes.isEmpty()) {
        changed.put(row, changes);
      }
    }
    return new Conversion(kept, dropped, changed, names);
  }

  private static @Nullable Reason reasonToDrop(RetailRow row, boolean alone) {
    if (row.invoice().toUpperCase(Locale.ROOT).startsWith("C")) {
      return Reason.CANCELLED;
    }
    if (!GOODS.matcher(code(row)).matches()) {
      return Reason.NO_GOODS;
    }
    if (alone && row.price().signum() == 0 && row.customer().isEmpty()) {
      return Reason.CORRECTION;
    }
    if (row.quantity() <= 0) {
      return Reason.NOT_POSITIVE;
    }
    return row.quantity() > MOST ? Reason.TOO_MANY : null;
  }

  private static Set<Reason> changes(RetailRow row, Map<String, String> names) {
    Set<Reason> changes = EnumSet.noneOf(Reason.class);
    if (!row.code().equals(code(row))) {
      changes.add(Reason.CODE_IN_LOWER_CASE);
    }
    if (row.description().isEmpty()) {
      changes.add(Reason.DESCRIPTION_MISSING);
    } else if (!row.description().equals(names.get(code(row)))) {
      changes.add(Reason.DESCRIPTION_DIFFERS);
    }
    if (row.customer().isEmpty()) {
      changes.add(Reason.CUSTOMER_MISSING);
    }
    return changes;
  }

  /** The item's code: one item, however it is typed. */
  static String code(RetailRow row) {
    return row.code().toUpperCase(Locale.ROOT);
  }

  /** The description most rows have; of equally frequent ones the first by the alphabet. */
  private static Map<String, String> names(List<RetailRow> rows) {
    Map<String, Map<String, Integer>> frequencies = new TreeMap<>();
    for (RetailRow row : rows) {
      Map<String, Integer> ofItem = frequencies.computeIfAbsent(code(row), code -> new HashMap<>());
      if (!row.description().isEmpty()) {
        ofItem.merge(row.description(), 1, Integer::sum);
      }
    }
    Map<String, String> names = new TreeMap<>();
    frequencies.forEach((code, ofItem) -> names.put(code, mostFrequent(code, ofItem)));
    return names;
  }

  private static String mostFrequent(String code, Map<String, Integer> frequencies) {
    return frequencies.entrySet().stream()
        .max(
            Comparator.comparing(
                    (Function<Map.Entry<String, Integer>, Integer>) Map.Entry::getValue)
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElse(code + " (no description)");
  }
}
