package io.bincard.model.discrepancy;

import io.bincard.model.stock.Lot;
import io.bincard.model.stock.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * SHORTFALL: a bin's balance is below zero and the site forbids it. Of the unknown lot only if the
 * item's total is: single lots may well make up for it.
 */
final class Shortfall implements Rule<Subject.Card> {
  @Override
  public List<Finding> findings(Subject.Card card) {
    List<Finding> found = new ArrayList<>();
    if (card.folded().key().account().isBin() && !card.negativeAllowed()) {
      for (Map.Entry<String, Quantity> lot : card.folded().balances().entrySet()) {
        boolean made = lot.getKey().equals(Lot.UNKNOWN) && !card.folded().total().isNegative();
        if (lot.getValue().isNegative() && !made) {
          found.add(finding(card, lot.getKey(), lot.getValue()));
        }
      }
    }
    return found;
  }

  private static Finding finding(Subject.Card card, String lot, Quantity balance) {
    return new Finding(
        DiscrepancyCode.SHORTFALL,
        card.lotSubject(lot),
        List.of(balance.toString()),
        List.of(),
        "The book of " + card.lotSubject(lot) + " stands at " + balance);
  }
}
