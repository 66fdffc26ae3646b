package io.bincard.server.catalog;

import java.math.BigDecimal;

/**
 * A stock keeping unit.
 *
 * @param item the SKU, compared exactly as it is written
 * @param unit the base unit, in which all quantities are; a word for people
 * @param itemClass by which tolerances can be set, such as A, B or C; may be empty
 * @param cost of one base unit, in the company's currency
 */
public record Item(
    String item,
    String name,
    String unit,
    Tracking tracking,
    String itemClass,
    BigDecimal cost,
    boolean active) {

  public Item {
    cost = cost.signum() == 0 ? BigDecimal.ZERO : cost.stripTrailingZeros(); // 2.50 equals 2.5
  }

  /** An item of which no more is known yet. */
  public static Item coded(String item) {
    return new Item(item, "", "each", Tracking.NONE, "", BigDecimal.ZERO, true);
  }
}
