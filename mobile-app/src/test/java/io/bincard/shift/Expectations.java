package io.bincard.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the shift must come to, as somebody wrote it by hand. Every place that is named, and every
 * tote, carton and hand, must hold exactly what is said.
 */
record Expectations(
    Map<String, String> balances, Map<String, String> lines, List<String> discrepancies) {
  Expectations {
    balances = Map.copyOf(balances);
    lines = Map.copyOf(lines);
    discrepancies = List.copyOf(discrepancies);
  }

  /** Reads the list: {@code balance}, {@code line}, {@code open} and {@code closed}. */
  static Expectations parse(List<String> text) {
    Map<String, String> balances = new TreeMap<>();
    Map<String, String> lines = new TreeMap<>();
    List<String> discrepancies = new ArrayList<>();
    for (String line : text) {
      String[] words = line.strip().split("\\s+", 2);
      switch (words[0]) {
        case "balance" -> {
          int last = words[1].lastIndexOf(' ');
          balances.put(words[1].substring(0, last), words[1].substring(last + 1));
        }
        case "line" -> {
          String[] figures = words[1].split("\\s+", 2);
          lines.put(figures[0], figures[1]);
        }
        case "open", "closed" -> discrepancies.add(line.strip());
        case "", "#" -> {}
        default -> throw new IllegalArgumentException("not understood: " + line);
      }
    }
    return new Expectations(balances, lines, discrepancies);
  }

  /** What is not as it should be; empty if all is well. */
  List<String> unmet(
      Map<String, String> books, Map<String, String> bookLines, List<Books.Discrepancy> found) {
    List<String> unmet = new ArrayList<>();
    Map<String, String> actual = new TreeMap<>();
    books.forEach(
        (key, quantity) -> {
          if (isOurs(key)) {
            actual.put(key.replaceFirst("^carton:\\S+", "carton"), quantity);
          }
        });
    compare("balance", balances, actual, unmet);
    Map<String, String> actualLines = new TreeMap<>(bookLines);
    actualLines.keySet().retainAll(lines.keySet());
    compare("line", lines, actualLines, unmet);
    TreeSet<String> states = new TreeSet<>();
    found.forEach(
        each ->
            states.add((each.open() ? "open " : "closed ") + each.code() + " " + each.subject()));
    for (String expected : discrepancies) {
      if (states.stream().noneMatch(state -> state.startsWith(expected))) {
        unmet.add("expected " + expected + ", and there is no such discrepancy");
      }
    }
    for (String state : states) {
      boolean foreseen = discrepancies.stream().anyMatch(state::startsWith);
      if (state.startsWith("open ") && !foreseen) {
        unmet.add("nobody expected " + state);
      }
    }
    return unmet;
  }

  private boolean isOurs(String key) {
    String place = key.split(" ", 2)[0];
    boolean carried = place.matches("(tote|carton|hand):.*");
    return carried || balances.keySet().stream().anyMatch(known -> known.startsWith(place + " "));
  }

  private static void compare(
      String what, Map<String, String> expected, Map<String, String> actual, List<String> unmet) {
    TreeSet<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (String key : keys) {
      String should = expected.getOrDefault(key, "nothing");
      String is = actual.getOrDefault(key, "nothing");
      if (!should.equals(is)) {
        unmet.add(what + " " + key + " should be " + should + " and is " + is);
      }
    }
  }
}
