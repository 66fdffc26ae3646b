package io.bincard.server.reconcile;

import io.bincard.model.operation.Effect;
import io.bincard.model.stock.Lot;
import io.bincard.model.stock.Quantity;
import io.bincard.model.time.Position;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan whose barcode meant nothing to the device.
 *
 * @param resolved what it means now; null if still nothing
 */
public record UnknownScan(
    UUID operation, Position at, Effect.Unresolved scan, @Nullable Resolved resolved) {
  /** What the barcode turned out to mean. */
  public record Resolved(String item, Quantity pack) {}

  /**
   * The same scan, understood otherwise. It stays unresolved where so many packs are no quantity:
   * too many, or a fraction too fine.
   */
  UnknownScan meaning(@Nullable Meaning meaning) {
    Resolved other =
        meaning == null || quantity(meaning.pack()) == null
            ? null
            : new Resolved(meaning.item(), meaning.pack());
    return new UnknownScan(operation, at, scan, other);
  }

  /** The movement it stands for; null while unresolved, or if nothing moved. */
  Effect.@Nullable Move move() {
    if (resolved == null || scan.from() == null || scan.to() == null) {
      return null;
    }
    Quantity quantity = quantity(resolved.pack());
    return quantity == null
        ? null
        : new Effect.Move(scan.from(), scan.to(), resolved.item(), Lot.NONE, quantity);
  }

  private @Nullable Quantity quantity(Quantity pack) {
    try {
      Quantity quantity = scan.packs().times(pack);
      return quantity.isWithinLimit() ? quantity : null;
    } catch (ArithmeticException noQuantity) {
      return null;
    }
  }
}
