package io.bincard.model.stock;

import io.bincard.model.time.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The card of one item in one place: statements in canonical order, and between them what moved.
 *
 * <p>Between two statements only the sum of the moves matters, so a card is a short list however
 * much went over it. A late move changes one sum, a late statement splits one; {@link #fold} then
 * works the card out again. Both a reconciliation and a full audit fold by this one class; they
 * differ in what they put on the card. Not safe for use by several threads.
 */
public final class BinCard {
  private final CardKey key;
  private final List<Segment> segments = new ArrayList<>();
  private final SortedMap<String, Quantity> tail = new TreeMap<>();

  /** What moved since the statement before, and the statement that ends it. */
  private record Segment(SortedMap<String, Quantity> moved, Statement statement) {}

  /** One movement known by itself, needed where a new statement splits a sum. */
  public record Movement(Position at, String lot, Quantity delta) {}

  /** A statement as it was stored, with the readings of the last fold. */
  public record StoredStatement(Statement statement, Map<String, Reading> readings) {
    public StoredStatement {
      readings = Map.copyOf(readings);
    }
  }

  public BinCard(CardKey key) {
    this.key = key;
  }

  /**
   * Lays a stored card out again, from its balances and the readings of its latest statements.
   *
   * <p>What moved between two statements is the difference of their readings. A lot without a
   * reading had no stock then. Everything before the first statement becomes one sum.
   *
   * @param stored in canonical order, without gaps from some point on
   */
  public static BinCard restore(
      CardKey key, Map<String, Quantity> balances, List<StoredStatement> stored) {
    BinCard card = new BinCard(key);
    SortedMap<String, Quantity> running = new TreeMap<>();
    balances.keySet().forEach(lot -> running.put(lot, Quantity.ZERO));
    stored.forEach(s -> s.readings().keySet().forEach(lot -> running.put(lot, Quantity.ZERO)));
    for (StoredStatement each : stored) {
      Segment segment = new Segment(new TreeMap<>(), each.statement());
      for (Map.Entry<String, Quantity> lot : running.entrySet()) {
        if (each.statement().coverage().covers(lot.getKey())) {
          Reading reading = each.readings().get(lot.getKey());
          Quantity expected = reading == null ? Quantity.ZERO : reading.expected();
          add(segment.moved(), lot.getKey(), expected.minus(lot.getValue()));
          lot.setValue(reading == null ? expected : reading.after());
        }
      }
      card.segments.add(segment);
    }
    balances.forEach(
        (lot, balance) ->
            add(card.tail, lot, balance.minus(running.getOrDefault(lot, Quantity.ZERO))));
    running.forEach(
        (lot, last) -> {
          if (!balances.containsKey(lot)) {
            add(card.tail, lot, last.negated());
          }
        });
    return card;
  }

  public CardKey key() {
    return key;
  }

  /** Adds a movement where it belongs, before or after any statement. A void adds the opposite. */
  public void move(Position at, String lot, Quantity delta) {
    add(movedUntil(firstAfter(at)), lot, delta);
  }

  /**
   * Adds a statement and splits the sums it falls into.
   *
   * @param movements the movements after it that are on the card already, at least up to the next
   *     statement about the same lots
   */
  public void state(Statement statement, List<Movement> movements) {
    int index = firstAfter(statement.at());
    SortedMap<String, Quantity> before = new TreeMap<>();
    for (String lot : lots()) {
      if (statement.coverage().covers(lot)) {
        int next = firstAbout(lot, index);
        Quantity after = movedBetween(movements, lot, statement.at(), next);
        Quantity sum = movedFrom(index, next, lot);
        clear(index, next, lot);
        add(before, lot, sum.minus(after));
        add(movedUntil(next), lot, after);
      }
    }
    segments.add(index, new Segment(before, statement));
  }

  /** Takes a voided statement off the card. */
  public void retract(Position at) {
    int index = indexOf(at);
    Segment gone = segments.remove(index);
    gone.moved().forEach((lot, moved) -> add(movedUntil(index), lot, moved));
  }

  /** Replaces a statement by one with another ruling, at the same position. */
  public void rule(Position at, Ruling ruling) {
    int index = indexOf(at);
    Segment segment = segments.get(index);
    if (segment.statement() instanceof Statement.Count count) {
      segments.set(index, new Segment(segment.moved(), count.withRuling(ruling)));
    }
  }

  public @Nullable Statement statementAt(Position at) {
    return segments.stream()
        .map(Segment::statement)
        .filter(statement -> statement.at().equals(at))
        .findFirst()
        .orElse(null);
  }

  public List<Statement> statements() {
    return segments.stream().map(Segment::statement).toList();
  }

  /** Goes through the card in canonical order. See docs/architecture.md, "The fold". */
  public FoldedCard fold() {
    SortedMap<String, Quantity> running = new TreeMap<>();
    List<String> lots = lots();
    Disputes disputes = Disputes.among(steps(), lots);
    List<FoldedCard.Entry> entries = new ArrayList<>(segments.size());
    for (Segment segment : segments) {
      segment.moved().forEach((lot, moved) -> add(running, lot, moved));
      entries.add(read(segment.statement(), running, lots, disputes));
    }
    tail.forEach((lot, moved) -> add(running, lot, moved));
    return new FoldedCard(key, running, List.copyOf(entries));
  }

  private List<Disputes.Step> steps() {
    return segments.stream().map(s -> new Disputes.Step(s.moved(), s.statement())).toList();
  }

  private static FoldedCard.Entry read(
      Statement statement,
      SortedMap<String, Quantity> running,
      List<String> lots,
      Disputes disputes) {
    SortedMap<String, Reading> readings = new TreeMap<>();
    for (String lot : lots) {
      if (statement.coverage().covers(lot)) {
        Quantity expected = running.getOrDefault(lot, Quantity.ZERO);
        readings.put(lot, new Reading(lot, expected, Quantity.ZERO, Status.NOTED));
      }
    }
    boolean contested = false;
    Set<String> overtaken = Set.of();
    if (statement instanceof Statement.Drain) {
      readings.replaceAll(
          (lot, r) -> new Reading(lot, r.expected(), r.expected().negated(), Status.ACCEPTED));
    } else if (statement instanceof Statement.Count count) {
      overtaken = CountReader.read(count, readings, disputes);
      contested = count.ruling().isSettled() && disputes.contest(count);
    }
    readings.forEach((lot, reading) -> running.put(lot, reading.after()));
    return new FoldedCard.Entry(statement, readings, contested, overtaken);
  }

  private List<String> lots() {
    TreeMap<String, Quantity> known = new TreeMap<>(tail);
    for (Segment segment : segments) {
      known.putAll(segment.moved());
      Coverage coverage = segment.statement().coverage();
      if (coverage instanceof Coverage.OneLot one) {
        known.put(one.lot(), Quantity.ZERO);
      } else if (coverage instanceof Coverage.AcrossLots
          && segment.statement() instanceof Statement.Count) {
        known.put(Lot.UNKNOWN, Quantity.ZERO);
      }
    }
    return List.copyOf(known.keySet());
  }

  private int firstAfter(Position at) {
    int index = segments.size();
    while (index > 0 && segments.get(index - 1).statement().at().isAfter(at)) {
      index--;
    }
    return index;
  }

  private int firstAbout(String lot, int from) {
    int index = from;
    while (index < segments.size() && !segments.get(index).statement().coverage().covers(lot)) {
      index++;
    }
    return index;
  }

  private int indexOf(Position at) {
    for (int index = 0; index < segments.size(); index++) {
      if (segments.get(index).statement().at().equals(at)) {
        return index;
      }
    }
    throw new IllegalArgumentException("no statement at " + at + " on " + key);
  }

  private SortedMap<String, Quantity> movedUntil(int index) {
    return index < segments.size() ? segments.get(index).moved() : tail;
  }

  private Quantity movedFrom(int from, int to, String lot) {
    Quantity sum = Quantity.ZERO;
    for (int index = from; index <= to; index++) {
      sum = sum.plus(movedUntil(index).getOrDefault(lot, Quantity.ZERO));
    }
    return sum;
  }

  private void clear(int from, int to, String lot) {
    for (int index = from; index <= to; index++) {
      movedUntil(index).remove(lot);
    }
  }

  private Quantity movedBetween(
      List<Movement> movements, String lot, Position after, int beforeIndex) {
    Quantity sum = Quantity.ZERO;
    for (Movement movement : movements) {
      boolean within =
          movement.at().isAfter(after)
              && (beforeIndex == segments.size()
                  || movement.at().isBefore(segments.get(beforeIndex).statement().at()));
      if (within && movement.lot().equals(lot)) {
        sum = sum.plus(movement.delta());
      }
    }
    return sum;
  }

  private static void add(SortedMap<String, Quantity> to, String lot, Quantity delta) {
    to.merge(lot, delta, Quantity::plus);
  }
}
