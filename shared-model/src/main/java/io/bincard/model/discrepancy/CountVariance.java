package io.bincard.model.discrepancy;

import io.bincard.model.stock.Coverage;
import io.bincard.model.stock.FoldedCard;
import io.bincard.model.stock.Lot;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Reading;
import io.bincard.model.stock.Statement;
import io.bincard.model.stock.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** COUNT_VARIANCE: a count is out of tolerance, and nobody has decided about it. */
final class CountVariance implements Rule<Subject.Card> {
  @Override
  public List<Finding> findings(Subject.Card card) {
    List<Finding> found = new ArrayList<>();
    for (FoldedCard.Entry entry : card.folded().entries()) {
      if (entry.statement() instanceof Statement.Count count) {
        if (count.coverage() instanceof Coverage.AcrossLots) {
          if (entry.readings().values().stream().anyMatch(CountVariance::isOut)) {
            found.add(finding(card, count, Lot.NONE, entry.expected()));
          }
        } else {
          entry.readings().values().stream()
              .filter(CountVariance::isOut)
              .map(reading -> finding(card, count, reading.lot(), reading.expected()))
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  private static boolean isOut(Reading reading) {
    return reading.status() == Status.OUT_OF_TOLERANCE;
  }

  private static Finding finding(
      Subject.Card card, Statement.Count count, String lot, Quantity expected) {
    return new Finding(
        DiscrepancyCode.COUNT_VARIANCE,
        card.lotSubject(lot) + " count " + count.operation(),
        List.of(expected.toString(), count.stated().toString()),
        List.of(UUID.fromString(count.operation())),
        count.user()
            + " counted "
            + count.stated()
            + " of "
            + card.lotSubject(lot)
            + ", the book showed "
            + expected);
  }
}
