package io.bincard.handheld.work;

import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;

/**
 * One stop on the way of a picker.
 *
 * @param lot to take first; empty if the item has none, or any will do
 * @param asked what was allocated here
 * @param left what is still to be taken here; 0 if that is all done, or the bin held no more
 */
public record PickStop(
    OrderLine line, String location, String item, String lot, Quantity asked, Quantity left) {

  boolean isOpen() {
    return left.isPositive();
  }

  PickStop withLeft(Quantity now) {
    return new PickStop(line, location, item, lot, asked, now);
  }
}
