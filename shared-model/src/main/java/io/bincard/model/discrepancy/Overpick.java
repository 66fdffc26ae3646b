package io.bincard.model.discrepancy;

import io.bincard.model.operation.Effect;
import io.bincard.model.stock.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * OVERPICK: more was picked for a line than ordered. The surplus is the last picks in canonical
 * order; who arrived last has nothing to do with it.
 */
final class Overpick implements Rule<Subject.Line> {
  @Override
  public List<Finding> findings(Subject.Line line) {
    Quantity surplus = line.picked().minus(line.ordered());
    if (line.cancelled() || !surplus.isPositive()) {
      return List.of();
    }
    return List.of(
        new Finding(
            DiscrepancyCode.OVERPICK,
            line.scope(),
            List.of(line.ordered().toString(), line.picked().toString()),
            lastPicks(line, surplus),
            line.scope()
                + " of "
                + line.item()
                + " asked for "
                + line.ordered()
                + " and got "
                + line.picked()));
  }

  private static List<UUID> lastPicks(Subject.Line line, Quantity surplus) {
    List<UUID> picks = new ArrayList<>();
    Quantity left = surplus;
    for (int i = line.entries().size() - 1; i >= 0 && left.isPositive(); i--) {
      Subject.LineEntry entry = line.entries().get(i);
      if (entry.stage() == Effect.Stage.PICKED && entry.quantity().isPositive()) {
        picks.add(entry.operation());
        left = left.minus(entry.quantity());
      }
    }
    Collections.reverse(picks);
    return picks;
  }
}
