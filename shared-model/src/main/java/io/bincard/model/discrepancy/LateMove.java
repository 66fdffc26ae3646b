package io.bincard.model.discrepancy;

import io.bincard.model.stock.FoldedCard;
import io.bincard.model.stock.Heads;
import io.bincard.model.stock.Lot;
import io.bincard.model.stock.Ruling;
import io.bincard.model.stock.Statement;
import io.bincard.model.time.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * LATE_MOVE: a move or count lies before the last settled count of its key, and that count had not
 * seen it when it settled. Once a later count settles that has, it closes by itself.
 */
final class LateMove implements Rule<Subject.Card> {
  private record Settled(Position at, Heads heads) {
    boolean missed(Subject.LateEntry late) {
      return late.at().isBefore(at) && late.isUnseenBy(heads);
    }
  }

  @Override
  public List<Finding> findings(Subject.Card card) {
    Map<String, List<Subject.LateEntry>> byLot = new TreeMap<>();
    for (Subject.LateEntry late : entries(card)) {
      Settled settled = lastSettled(card, late.lot());
      if (settled != null && settled.missed(late)) {
        byLot.computeIfAbsent(late.lot(), lot -> new ArrayList<>()).add(late);
      }
    }
    List<Finding> found = new ArrayList<>();
    byLot.forEach((lot, late) -> found.add(finding(card, lot, late)));
    return found;
  }

  private static List<Subject.LateEntry> entries(Subject.Card card) {
    List<Subject.LateEntry> all = new ArrayList<>(card.late());
    for (FoldedCard.Entry entry : card.folded().entries()) {
      if (entry.statement() instanceof Statement.Count count) {
        UUID operation = UUID.fromString(count.operation());
        entry
            .readings()
            .forEach(
                (lot, reading) ->
                    all.add(new Subject.LateEntry(operation, count.at(), lot, reading.posted())));
      }
    }
    return all;
  }

  private static @Nullable Settled lastSettled(Subject.Card card, String lot) {
    Settled last = null;
    for (FoldedCard.Entry entry : card.folded().entries()) {
      if (entry.statement() instanceof Statement.Count count) {
        Ruling.Settlement settlement = count.ruling().settlement();
        if (settlement != null && count.coverage().covers(lot)) {
          last = new Settled(count.at(), settlement.heads());
        }
      }
    }
    return last;
  }

  private static Finding finding(Subject.Card card, String lot, List<Subject.LateEntry> late) {
    String named = lot.equals(Lot.UNKNOWN) ? Lot.NONE : lot;
    return new Finding(
        DiscrepancyCode.LATE_MOVE,
        card.lotSubject(lot),
        late.stream().map(entry -> entry.delta().toString()).toList(),
        late.stream().map(Subject.LateEntry::operation).toList(),
        late.size()
            + " movement(s) of "
            + card.lotSubject(named)
            + " arrived after a later count of it had been settled");
  }
}
