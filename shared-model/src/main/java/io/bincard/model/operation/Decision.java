package io.bincard.model.operation;

import io.avaje.jsonb.Json;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody in charge decided, online, at the database's time. The last one wins; one that
 * comes too late is a discrepancy, not a refusal.
 */
public sealed interface Decision extends Body {

  /**
   * Somebody ordered goods.
   *
   * @param customer who it goes to; for people to read
   * @param priority higher is sooner; 0 is usual
   */
  @Json
  record OrderPlaced(String order, String customer, int priority, List<Line> lines)
      implements Decision {
    public OrderPlaced {
      lines = List.copyOf(lines);
    }

    /**
     * What is ordered of one item.
     *
     * @param line from 1
     * @param quantity in base units, above zero
     */
    @Json
    public record Line(int line, String item, Quantity quantity) {}
  }

  /**
   * A line now asks for another quantity. A cancelled line is reinstated by it.
   *
   * @param quantity in base units, 0 or more
   */
  @Json
  record OrderChanged(OrderLine line, Quantity quantity, String reason) implements Decision {}

  /**
   * An order is not wanted any more.
   *
   * @param onlyLine only this line; null for the whole order
   */
  @Json
  record OrderCancelled(String order, @Nullable Integer onlyLine, String reason)
      implements Decision {}

  /** A count is to be posted whatever its variance. */
  @Json
  record CountApproved(UUID operation, String reason) implements Decision {}

  /** A count is not to be posted. */
  @Json
  record CountRejected(UUID operation, String reason) implements Decision {}

  /** Somebody is to count a bin again. */
  @Json
  record RecountAsked(String location, @Nullable String item, String reason) implements Decision {}

  /**
   * A supervisor corrects a figure. It is an approved count, not an addition, so that a late
   * explanation does not count twice.
   */
  @Json
  record StockCorrected(String location, String item, String lot, Quantity quantity, String reason)
      implements Decision {
    @Override
    public List<Effect> effects(Operation self) {
      String ownTask = "correction " + self.id();
      return List.of(new Effect.Counted(Account.bin(location), ownTask, item, lot, quantity, true));
    }
  }

  /** An operation is void, at its own time, as if it had not been made. */
  @Json
  record OperationReversed(UUID operation, String reason) implements Decision {
    @Override
    public List<Effect> effects(Operation self) {
      return List.of(new Effect.Voided(operation));
    }
  }

  /**
   * From now on a barcode means so many base units of an item; before the first assignment, too.
   *
   * @param pack base units a scan stands for, above zero
   */
  @Json
  record BarcodeAssigned(String code, String item, Quantity pack) implements Decision {}

  /** Nobody may ship this lot. */
  @Json
  record LotHeld(String item, String lot, boolean recalled, String reason) implements Decision {}

  /** The lot may be shipped again. */
  @Json
  record LotReleased(String item, String lot, String reason) implements Decision {}

  /**
   * A supervisor has seen a discrepancy and leaves things as they are.
   *
   * @param subject what it is about, as the discrepancy names it
   * @param fingerprint of the evidence that was seen: other evidence opens it again
   */
  @Json
  record Accepted(String code, String subject, String fingerprint, String reason)
      implements Decision {}
}
