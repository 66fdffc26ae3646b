package io.bincard.model.discrepancy;

import io.bincard.model.stock.FoldedCard;
import io.bincard.model.stock.Statement;
import io.bincard.model.stock.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * SHORT_PICK_DISPUTED: a short pick while the book at that point showed stock, and no later
 * accepted count covers what was looked for.
 */
final class ShortPickDisputed implements Rule<Subject.Card> {
  @Override
  public List<Finding> findings(Subject.Card card) {
    List<Finding> found = new ArrayList<>();
    List<FoldedCard.Entry> entries = card.folded().entries();
    for (int i = 0; i < entries.size(); i++) {
      FoldedCard.Entry entry = entries.get(i);
      if (entry.statement() instanceof Statement.Shortage shortage
          && entry.expected().isPositive()
          && !isCounted(entry, entries.subList(i + 1, entries.size()))) {
        found.add(
            new Finding(
                DiscrepancyCode.SHORT_PICK_DISPUTED,
                card.lotSubject("") + " short " + shortage.operation(),
                List.of(entry.expected().toString()),
                List.of(UUID.fromString(shortage.operation())),
                "Nothing left was reported at "
                    + card.lotSubject("")
                    + ", but the book showed "
                    + entry.expected()));
      }
    }
    return found;
  }

  private static boolean isCounted(FoldedCard.Entry shortage, List<FoldedCard.Entry> later) {
    return shortage.readings().values().stream()
        .filter(reading -> reading.expected().isPositive())
        .allMatch(reading -> later.stream().anyMatch(count -> accepts(count, reading.lot())));
  }

  private static boolean accepts(FoldedCard.Entry count, String lot) {
    return count.statement() instanceof Statement.Count
        && count.readings().containsKey(lot)
        && count.readings().get(lot).status() == Status.ACCEPTED;
  }
}
