package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.Gtin;
import java.math.BigDecimal;

/**
 * What a shop's own code tells about goods that it weighs or counts itself.
 *
 * @param item the code with zeros in place of the amount, and its check digit: the same for every
 *     piece of the item
 * @param kind what the amount is
 * @param amount in the unit that the site uses: kilograms, its currency, pieces
 */
public record VariableMeasure(Gtin item, Kind kind, BigDecimal amount) {

  /** What an amount is. */
  public enum Kind {
    WEIGHT,
    PRICE,
    COUNT
  }
}
