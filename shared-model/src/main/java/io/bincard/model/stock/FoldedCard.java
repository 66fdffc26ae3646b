package io.bincard.model.stock;

import io.bincard.model.time.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * A bin card after the fold.
 *
 * @param balances by lot; signed
 * @param entries the statements in canonical order, each with what it found
 */
public record FoldedCard(CardKey key, SortedMap<String, Quantity> balances, List<Entry> entries) {
  /**
   * One statement and its readings.
   *
   * @param readings by lot, for every lot the statement looked at and the fold knew of
   * @param contested it is a settled count, and others of its task say otherwise
   * @param overtaken the lots of which it would post something else by what is known now, had it
   *     not settled
   */
  public record Entry(
      Statement statement,
      SortedMap<String, Reading> readings,
      boolean contested,
      Set<String> overtaken) {
    public Entry {
      overtaken = Set.copyOf(overtaken);
    }

    public Position at() {
      return statement.at();
    }

    /** What the book showed of what it says of this lot. */
    public Quantity expected(String lot) {
      Reading reading = readings.get(lot);
      return reading == null || statement.coverage() instanceof Coverage.AcrossLots
          ? expected()
          : reading.expected();
    }

    /** What the book showed over all the lots it looked at. */
    public Quantity expected() {
      return sum(readings.values().stream().map(Reading::expected).toList());
    }
  }

  public Quantity total() {
    return sum(List.copyOf(balances.values()));
  }

  public Quantity balance(String lot) {
    return balances.getOrDefault(lot, Quantity.ZERO);
  }

  static Quantity sum(List<Quantity> quantities) {
    Quantity total = Quantity.ZERO;
    for (Quantity quantity : quantities) {
      total = total.plus(quantity);
    }
    return total;
  }

  /** Where each statement stands, for lookups by position. */
  public Map<Position, Entry> byPosition() {
    return entries.stream()
        .collect(java.util.stream.Collectors.toMap(Entry::at, entry -> entry, (a, b) -> a));
  }
}
