package io.bincard.model.discrepancy;

import io.bincard.model.stock.FoldedCard;
import io.bincard.model.stock.Statement;
import io.bincard.model.stock.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * COUNT_DISPUTED: two people's counts in one task differ, or one differs from a settled one of its
 * task.
 */
final class CountDisputed implements Rule<Subject.Card> {
  @Override
  public List<Finding> findings(Subject.Card card) {
    Map<String, List<Statement.Count>> byTask = new LinkedHashMap<>();
    for (FoldedCard.Entry entry : card.folded().entries()) {
      boolean disputed =
          entry.contested()
              || entry.readings().values().stream().anyMatch(r -> r.status() == Status.DISPUTED);
      if (disputed && entry.statement() instanceof Statement.Count count) {
        byTask.computeIfAbsent(count.task(), task -> new ArrayList<>()).add(count);
      }
    }
    List<Finding> found = new ArrayList<>();
    byTask.forEach((task, counts) -> found.add(finding(card, task, counts)));
    return found;
  }

  private static Finding finding(Subject.Card card, String task, List<Statement.Count> counts) {
    return new Finding(
        DiscrepancyCode.COUNT_DISPUTED,
        card.lotSubject("") + " task " + task,
        counts.stream().map(count -> count.user() + " " + count.stated()).toList(),
        counts.stream().map(count -> UUID.fromString(count.operation())).toList(),
        "Counts of " + card.lotSubject("") + " in " + task + " do not agree");
  }
}
