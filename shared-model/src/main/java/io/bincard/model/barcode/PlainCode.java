package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.Gtin;
import java.util.Optional;

/**
 * A code without structure: of a location, a tote, a badge, or of an item by a number of one's own.
 */
public record PlainCode(Scan scan, String text) implements Barcode {

  /**
   * The trade item that the text would be if it were meant as one: 8, 12, 13 or 14 digits with a
   * right check digit.
   */
  @Override
  public Optional<Gtin> gtin() {
    return Gtin.of(text);
  }
}
