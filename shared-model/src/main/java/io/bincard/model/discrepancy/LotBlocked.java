package io.bincard.model.discrepancy;

import io.bincard.model.stock.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** LOT_BLOCKED: an expired, recalled or held lot is in a container, on its way out of the house. */
final class LotBlocked implements Rule<Subject.Card> {
  @Override
  public List<Finding> findings(Subject.Card card) {
    List<Finding> found = new ArrayList<>();
    if (card.folded().key().account().isContainer()) {
      for (Map.Entry<String, Quantity> lot : card.folded().balances().entrySet()) {
        Subject.LotState state = card.lots().get(lot.getKey());
        if (state != null && state.isBlockedOn(card.today()) && lot.getValue().isPositive()) {
          found.add(finding(card, lot.getKey(), lot.getValue()));
        }
      }
    }
    return found;
  }

  private static Finding finding(Subject.Card card, String lot, Quantity quantity) {
    return new Finding(
        DiscrepancyCode.LOT_BLOCKED,
        card.lotSubject(lot),
        List.of(quantity.toString()),
        List.of(),
        quantity + " of a lot that may not leave are in " + card.lotSubject(lot));
  }
}
