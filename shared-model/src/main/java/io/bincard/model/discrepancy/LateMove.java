package io.bincard.model.discrepancy;

import io.bincard.model.stock.Coverage;
import io.bincard.model.stock.FoldedCard;
import io.bincard.model.stock.Lot;
import io.bincard.model.stock.Ruling;
import io.bincard.model.stock.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * LATE_MOVE: a move, or a count that posted something, lies before the last settled count of its
 * key, and that count had not seen it when it settled; or that count would not have settled so by
 * what is known now, because something before it was taken back or explained. Once a later count
 * settles, it closes by itself.
 */
final class LateMove implements Rule<Subject.Card> {
  /** The last settled count that says something of a lot, as it stands in the fold. */
  private record Settled(FoldedCard.Entry entry, Ruling.Settlement settlement) {
    boolean missed(Subject.LateEntry late) {
      return late.at().isBefore(entry.at()) && late.isUnseenBy(settlement.heads());
    }

    boolean looksAt(String lot, String own) {
      return lot.equals(own) || entry.statement().coverage() instanceof Coverage.AcrossLots;
    }
  }

  @Override
  public List<Finding> findings(Subject.Card card) {
    List<Subject.LateEntry> entries = entries(card);
    Set<String> lots = new TreeSet<>(card.folded().balances().keySet());
    lots.add(Lot.UNKNOWN);
    entries.forEach(entry -> lots.add(entry.lot()));
    List<Finding> found = new ArrayList<>();
    for (String lot : lots) {
      Settled settled = lastSettled(card, lot);
      if (settled != null) {
        List<Subject.LateEntry> late =
            entries.stream()
                .filter(entry -> settled.looksAt(entry.lot(), lot) && settled.missed(entry))
                .toList();
        boolean overtaken = settled.entry().overtaken().contains(lot);
        if (!late.isEmpty() || overtaken) {
          found.add(finding(card, lot, late, overtaken ? settled.entry() : null));
        }
      }
    }
    return found;
  }

  private static List<Subject.LateEntry> entries(Subject.Card card) {
    List<Subject.LateEntry> all = new ArrayList<>(card.late());
    for (FoldedCard.Entry entry : card.folded().entries()) {
      if (entry.statement() instanceof Statement.Count count) {
        UUID operation = UUID.fromString(count.operation());
        entry.readings().values().stream()
            .filter(r -> isAbout(count.coverage(), r.lot()) && !r.posted().isZero())
            .map(r -> new Subject.LateEntry(operation, count.at(), r.lot(), r.posted()))
            .forEach(all::add);
      }
    }
    return all;
  }

  private static @Nullable Settled lastSettled(Subject.Card card, String lot) {
    Settled last = null;
    for (FoldedCard.Entry entry : card.folded().entries()) {
      if (entry.statement() instanceof Statement.Count count) {
        Ruling.Settlement settlement = count.ruling().settlement();
        if (settlement != null && isAbout(count.coverage(), lot)) {
          last = new Settled(entry, settlement);
        }
      }
    }
    return last;
  }

  /** A count across lots is no barrier for a single lot: it changes the unknown one only. */
  private static boolean isAbout(Coverage coverage, String lot) {
    return coverage instanceof Coverage.AcrossLots ? lot.equals(Lot.UNKNOWN) : coverage.covers(lot);
  }

  private static Finding finding(
      Subject.Card card,
      String lot,
      List<Subject.LateEntry> late,
      FoldedCard.@Nullable Entry overtaken) {
    List<String> amounts = new ArrayList<>();
    List<UUID> operations = new ArrayList<>();
    for (Subject.LateEntry entry : late) {
      amounts.add(entry.delta().toString());
      operations.add(entry.operation());
    }
    if (overtaken != null && overtaken.statement() instanceof Statement.Count count) {
      amounts.add(overtaken.expected(lot).toString());
      amounts.add(count.stated().toString());
      operations.add(UUID.fromString(count.operation()));
    }
    String named = card.lotSubject(lot.equals(Lot.UNKNOWN) ? Lot.NONE : lot);
    return new Finding(
        DiscrepancyCode.LATE_MOVE,
        card.lotSubject(lot),
        amounts,
        operations,
        late.isEmpty()
            ? "What a settled count of " + named + " was compared with has changed since"
            : late.size()
                + " movement(s) of "
                + named
                + " arrived after a later count of it had been settled");
  }
}
