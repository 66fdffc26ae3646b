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
  public record Resolved(String item, Quantity pack) {
    static @Nullable Resolved by(@Nullable Meaning meaning) {
      return meaning == null ? null : new Resolved(meaning.item(), meaning.pack());
    }
  }

  UnknownScan resolvedAs(@Nullable Resolved other) {
    return new UnknownScan(operation, at, scan, other);
  }

  /** The movement it stands for; null while unresolved, or if nothing moved. */
  Effect.@Nullable Move move() {
    return resolved == null ? null : moveIf(resolved);
  }

  Effect.@Nullable Move moveIf(Resolved meaning) {
    if (scan.from() == null || scan.to() == null) {
      return null;
    }
    Quantity quantity = scan.packs().times(meaning.pack());
    return new Effect.Move(scan.from(), scan.to(), meaning.item(), Lot.NONE, quantity);
  }
}
