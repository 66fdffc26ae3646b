package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.Finding;
import io.bincard.model.discrepancy.Rules;
import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.Effect;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.BinCard;
import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.Coverage;
import io.bincard.model.stock.FoldedCard;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Reading;
import io.bincard.model.stock.Ruling;
import io.bincard.model.stock.Statement;
import io.bincard.model.stock.Status;
import io.bincard.model.time.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Works out one bin card again: lays it out as stored, puts on what is new, folds it, and says what
 * is to be written so that the tables agree with the fold.
 */
final class CardPlan {
  private final CardKey key;
  private final StoredCard stored;
  private final BinCard card;
  private final Map<Position, BinCard.StoredStatement> before = new HashMap<>();
  private final List<Plan.LedgerEntry> ledger = new ArrayList<>();
  private final List<Subject.LateEntry> late;
  private final SortedMap<String, Quantity> touchedLots = new TreeMap<>();
  private final Set<Position> retracted = new HashSet<>();

  /** What is to be written about this card, and what does not add up on it. */
  record Result(
      CardKey key,
      SortedMap<String, Quantity> balanceDeltas,
      List<Plan.LedgerEntry> ledger,
      List<Plan.StatementRow> statements,
      List<Plan.RetractedStatement> retracted,
      Subject.Card subject,
      List<Finding> findings) {}

  CardPlan(CardKey key, StoredCard stored) {
    this.key = key;
    this.stored = stored;
    this.card = BinCard.restore(key, stored.balances(), stored.statements());
    this.late = new ArrayList<>(stored.late());
    stored.statements().forEach(each -> before.put(each.statement().at(), each));
  }

  boolean has(Position at) {
    return card.statementAt(at) != null;
  }

  boolean hasCountOf(String task) {
    return card.statements().stream()
        .anyMatch(each -> each instanceof Statement.Count count && count.task().equals(task));
  }

  void state(Statement statement) {
    card.state(statement, stored.movements());
  }

  void retract(Position at) {
    if (has(at)) {
      card.retract(at);
      retracted.add(at);
    }
  }

  void decide(UUID operation, Ruling.Decision decision) {
    counts(operation).forEach(c -> card.rule(c.at(), c.ruling().decided(decision)));
  }

  void settle(UUID operation, Ruling.Settlement settlement) {
    counts(operation).forEach(c -> card.rule(c.at(), c.ruling().settled(settlement)));
  }

  private List<Statement.Count> counts(UUID operation) {
    List<Statement.Count> counts = new ArrayList<>();
    for (Statement statement : card.statements()) {
      if (statement instanceof Statement.Count count
          && count.operation().equals(operation.toString())) {
        counts.add(count);
      }
    }
    return counts;
  }

  /** One side of a movement: what this account gets, negative for what leaves it. */
  void move(Change change, Effect.Move move, Quantity delta) {
    boolean isLate = isLate(change.at(), move.lot());
    card.move(change.at(), move.lot(), delta);
    touchedLots.merge(move.lot(), delta, Quantity::plus);
    ledger.add(new Plan.LedgerEntry(key.lot(move.lot()), change.at(), true, isLate, delta));
    if (isLate) {
      late.add(new Subject.LateEntry(change.operation(), change.at(), move.lot(), delta));
    }
  }

  private boolean isLate(Position at, String lot) {
    for (Statement statement : card.statements()) {
      if (statement instanceof Statement.Count count
          && count.at().isAfter(at)
          && count.coverage().covers(lot)
          && count.ruling().settlement() != null
          && !count.ruling().settlement().heads().include(at.place())) {
        return true;
      }
    }
    return false;
  }

  Result result(Slice slice, java.time.LocalDate today) {
    FoldedCard folded = card.fold();
    SortedMap<String, Quantity> deltas = new TreeMap<>();
    touchedLots.keySet().forEach(lot -> deltas.put(lot, Quantity.ZERO));
    folded
        .balances()
        .forEach(
            (lot, balance) -> {
              Quantity delta = balance.minus(stored.balances().getOrDefault(lot, Quantity.ZERO));
              if (!delta.isZero() || deltas.containsKey(lot)) {
                deltas.put(lot, delta);
              }
            });
    Subject.Card subject =
        new Subject.Card(
            folded, slice.settings().negativeAllowed(), withoutVoid(late), lots(slice), today);
    List<Finding> findings = Rules.findings(subject);
    List<Plan.StatementRow> rows = new ArrayList<>();
    for (int i = 0; i < folded.entries().size(); i++) {
      FoldedCard.Entry entry = folded.entries().get(i);
      postDifference(entry.statement(), entry.readings());
      boolean resting = isResting(folded.entries(), i, findings);
      rows.add(new Plan.StatementRow(key, entry.statement(), entry.readings(), resting));
    }
    for (Position at : retracted) {
      BinCard.StoredStatement gone = before.get(at);
      if (gone != null) {
        postDifference(gone.statement(), Map.of());
      }
    }
    return new Result(
        key,
        deltas,
        List.copyOf(ledger),
        changed(rows),
        retracted.stream()
            .filter(before::containsKey)
            .map(at -> new Plan.RetractedStatement(key, at))
            .toList(),
        subject,
        findings);
  }

  private Map<String, Subject.LotState> lots(Slice slice) {
    Map<String, Subject.LotState> lots = new HashMap<>();
    slice
        .lots()
        .forEach(
            (lot, state) -> {
              if (lot.item().equals(key.item())) {
                lots.put(lot.lot(), state);
              }
            });
    return lots;
  }

  /** A restated count gets a compensating entry at its own place; history is kept. */
  private void postDifference(Statement statement, Map<String, Reading> now) {
    BinCard.StoredStatement was = before.get(statement.at());
    Map<String, Reading> then = was == null ? Map.of() : was.readings();
    Set<String> lots = new HashSet<>(then.keySet());
    lots.addAll(now.keySet());
    for (String lot : lots.stream().sorted().toList()) {
      Quantity delta = posted(now, lot).minus(posted(then, lot));
      if (!delta.isZero()) {
        Account contra =
            statement instanceof Statement.Drain drain ? drain.contra() : Account.ADJUSTMENT;
        CardKey other = new CardKey(key.site(), contra, key.item());
        Position at = statement.at();
        ledger.add(new Plan.LedgerEntry(key.lot(lot), at, false, false, delta));
        ledger.add(new Plan.LedgerEntry(other.lot(lot), at, false, false, delta.negated()));
      }
    }
  }

  private static Quantity posted(Map<String, Reading> readings, String lot) {
    Reading reading = readings.get(lot);
    return reading == null ? Quantity.ZERO : reading.posted();
  }

  private List<Plan.StatementRow> changed(List<Plan.StatementRow> rows) {
    return rows.stream()
        .filter(
            row -> {
              BinCard.StoredStatement was = before.get(row.statement().at());
              return was == null
                  || row.resting() != stored.resting().contains(row.statement().at())
                  || !was.statement().equals(row.statement())
                  || !was.readings().equals(row.readings());
            })
        .toList();
  }

  /** Whether nothing that arrives, unless before it, can change what is open about a statement. */
  private static boolean isResting(
      List<FoldedCard.Entry> entries, int index, List<Finding> findings) {
    FoldedCard.Entry entry = entries.get(index);
    return switch (entry.statement()) {
      case Statement.Drain drain -> true;
      case Statement.Count count ->
          count.ruling().isSettled() && !isEvidence(count.operation(), findings);
      case Statement.Shortage shortage ->
          !isEvidence(shortage.operation(), findings)
              && entry.readings().values().stream()
                  .filter(reading -> reading.expected().isPositive())
                  .allMatch(
                      reading ->
                          entries.subList(index + 1, entries.size()).stream()
                              .anyMatch(later -> settles(later, reading.lot())));
    };
  }

  private static boolean settles(FoldedCard.Entry later, String lot) {
    return later.statement() instanceof Statement.Count count
        && count.ruling().isSettled()
        && !(count.coverage() instanceof Coverage.AcrossLots)
        && later.readings().containsKey(lot)
        && later.readings().get(lot).status() == Status.ACCEPTED;
  }

  private static boolean isEvidence(String operation, List<Finding> findings) {
    UUID id = UUID.fromString(operation);
    return findings.stream().anyMatch(finding -> finding.operations().contains(id));
  }

  private static List<Subject.LateEntry> withoutVoid(List<Subject.LateEntry> entries) {
    SortedMap<Position, Subject.LateEntry> net = new TreeMap<>();
    for (Subject.LateEntry entry : entries) {
      net.merge(
          entry.at(),
          entry,
          (one, other) ->
              new Subject.LateEntry(
                  one.operation(), one.at(), one.lot(), one.delta().plus(other.delta())));
    }
    return net.values().stream().filter(entry -> !entry.delta().isZero()).toList();
  }
}
