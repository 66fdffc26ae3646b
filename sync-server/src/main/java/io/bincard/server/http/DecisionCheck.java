package io.bincard.server.http;

import io.bincard.model.discrepancy.DiscrepancyCode;
import io.bincard.model.operation.Decision;
import io.bincard.model.stock.Quantity;
import io.bincard.server.problem.FieldCheck.Flaw;
import java.util.Arrays;
import java.util.Optional;

/** Whether a decision says something that can be decided. */
final class DecisionCheck {
  private static final int LONGEST_NAME = 60;

  private DecisionCheck() {}

  static Optional<Flaw> flaw(Decision decision) {
    return switch (decision) {
      case Decision.OrderPlaced placed -> flaw(placed);
      case Decision.OrderChanged changed ->
          name("line.order", changed.line().order())
              .or(() -> atLeast("line.line", Quantity.units(changed.line().line()), 1))
              .or(() -> atLeast("quantity", changed.quantity(), 0));
      case Decision.OrderCancelled cancelled -> name("order", cancelled.order());
      case Decision.StockCorrected corrected ->
          name("location", corrected.location())
              .or(() -> name("item", corrected.item()))
              .or(() -> atLeast("quantity", corrected.quantity(), 0));
      case Decision.BarcodeAssigned assigned ->
          name("code", assigned.code())
              .or(() -> name("item", assigned.item()))
              .or(() -> positive("pack", assigned.pack()));
      case Decision.LotHeld held -> name("item", held.item()).or(() -> name("lot", held.lot()));
      case Decision.LotReleased released ->
          name("item", released.item()).or(() -> name("lot", released.lot()));
      case Decision.Accepted accepted -> code(accepted.code());
      case Decision.RecountAsked recount -> name("location", recount.location());
      case Decision.CountApproved approved -> Optional.empty();
      case Decision.CountRejected rejected -> Optional.empty();
      case Decision.OperationReversed reversed -> Optional.empty();
    };
  }

  private static Optional<Flaw> flaw(Decision.OrderPlaced placed) {
    if (placed.lines().isEmpty()) {
      return Optional.of(new Flaw("lines", "An order has at least one line."));
    }
    for (Decision.OrderPlaced.Line line : placed.lines()) {
      Optional<Flaw> flaw =
          atLeast("lines.line", Quantity.units(line.line()), 1)
              .or(() -> name("lines.item", line.item()))
              .or(() -> positive("lines.quantity", line.quantity()));
      if (flaw.isPresent()) {
        return flaw;
      }
    }
    return name("order", placed.order());
  }

  private static Optional<Flaw> name(String field, String name) {
    boolean good = !name.isBlank() && name.length() <= LONGEST_NAME && name.indexOf(0) < 0;
    return good
        ? Optional.empty()
        : Optional.of(new Flaw(field, field + " must have 1 to " + LONGEST_NAME + " characters."));
  }

  private static Optional<Flaw> positive(String field, Quantity quantity) {
    return quantity.isPositive()
        ? withinLimit(field, quantity)
        : Optional.of(new Flaw(field, field + " must be above zero."));
  }

  private static Optional<Flaw> atLeast(String field, Quantity quantity, long least) {
    return quantity.compareTo(Quantity.units(least)) >= 0
        ? withinLimit(field, quantity)
        : Optional.of(new Flaw(field, field + " must be " + least + " or more."));
  }

  private static Optional<Flaw> withinLimit(String field, Quantity quantity) {
    return quantity.isWithinLimit()
        ? Optional.empty()
        : Optional.of(new Flaw(field, field + " must be at most " + Quantity.LIMIT + "."));
  }

  private static Optional<Flaw> code(String code) {
    boolean known = Arrays.stream(DiscrepancyCode.values()).anyMatch(c -> c.name().equals(code));
    return known
        ? Optional.empty()
        : Optional.of(new Flaw("code", "There is no discrepancy " + code + "."));
  }
}
