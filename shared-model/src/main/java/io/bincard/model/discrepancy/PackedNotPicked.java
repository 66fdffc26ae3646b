package io.bincard.model.discrepancy;

import io.bincard.model.operation.Effect;
import java.util.List;

/**
 * PACKED_NOT_PICKED: more is packed for a line than was picked; often the pick is still to come.
 */
final class PackedNotPicked implements Rule<Subject.Line> {
  @Override
  public List<Finding> findings(Subject.Line line) {
    if (line.packed().compareTo(line.picked()) <= 0) {
      return List.of();
    }
    return List.of(
        new Finding(
            DiscrepancyCode.PACKED_NOT_PICKED,
            line.scope(),
            List.of(line.picked().toString(), line.packed().toString()),
            line.entries().stream()
                .filter(entry -> entry.stage() == Effect.Stage.PACKED)
                .map(Subject.LineEntry::operation)
                .toList(),
            line.packed()
                + " of "
                + line.item()
                + " are packed for "
                + line.scope()
                + ", but only "
                + line.picked()
                + " picked"));
  }
}
