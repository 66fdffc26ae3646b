package io.bincard.server.audit;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.stock.FoldedCard;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Statement;
import io.bincard.model.time.Position;
import java.util.ArrayList;
import java.util.List;

/** The movements that lie before a settled count that had not seen them. */
final class LateEntries {
  private LateEntries() {}

  static List<Subject.LateEntry> on(FoldedCard card, List<Notes.Side> sides) {
    List<Statement.Count> settled = new ArrayList<>();
    for (FoldedCard.Entry entry : card.entries()) {
      if (entry.statement() instanceof Statement.Count count && count.ruling().isSettled()) {
        settled.add(count);
      }
    }
    List<Subject.LateEntry> late = new ArrayList<>();
    if (!settled.isEmpty()) {
      for (Notes.Side side : sides) {
        if (settled.stream().anyMatch(count -> missed(count, side))) {
          add(late, side);
        }
      }
    }
    late.removeIf(entry -> entry.delta().isZero());
    return late;
  }

  private static boolean missed(Statement.Count count, Notes.Side side) {
    var settlement = count.ruling().settlement();
    return settlement != null
        && side.at().isBefore(count.at())
        && count.coverage().covers(side.lot())
        && !settlement.heads().include(side.at().place());
  }

  /** A move from a bin to itself is no movement of its card. */
  private static void add(List<Subject.LateEntry> late, Notes.Side side) {
    Position at = side.at();
    Quantity delta = side.delta();
    if (!late.isEmpty() && late.get(late.size() - 1).at().equals(at)) {
      delta = delta.plus(late.remove(late.size() - 1).delta());
    }
    late.add(new Subject.LateEntry(side.operation(), at, side.lot(), delta));
  }
}
