package io.bincard.model.discrepancy;

import io.bincard.model.operation.Effect;
import java.util.List;

/** PICKED_AFTER_CANCEL: something is picked for an order or line that nobody wants any more. */
final class PickedAfterCancel implements Rule<Subject.Line> {
  @Override
  public List<Finding> findings(Subject.Line line) {
    if (!line.cancelled() || !line.picked().isPositive()) {
      return List.of();
    }
    return List.of(
        new Finding(
            DiscrepancyCode.PICKED_AFTER_CANCEL,
            line.scope(),
            List.of(line.picked().toString()),
            line.entries().stream()
                .filter(entry -> entry.stage() == Effect.Stage.PICKED)
                .map(Subject.LineEntry::operation)
                .toList(),
            line.picked()
                + " of "
                + line.item()
                + " are picked for the cancelled "
                + line.scope()));
  }
}
