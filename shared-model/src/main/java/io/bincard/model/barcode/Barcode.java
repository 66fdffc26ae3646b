package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.Gtin;
import io.bincard.model.barcode.gs1.Sscc;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a scan means. Whoever only wants to know which item, lot and serial was scanned asks this
 * interface; what a barcode does not tell is empty.
 */
public sealed interface Barcode permits Gs1ElementString, RetailCode, PlainCode, UnreadableCode {

  /** What the scanner delivered, untouched. */
  Scan scan();

  /** The data without symbology identifier, prefix and line end: what a code is looked up by. */
  String text();

  /** The trade item. */
  default Optional<Gtin> gtin() {
    return Optional.empty();
  }

  /** The batch or lot number. */
  default Optional<String> lot() {
    return Optional.empty();
  }

  /** The serial number. */
  default Optional<String> serial() {
    return Optional.empty();
  }

  /** The last day on which the goods may be used. */
  default Optional<LocalDate> expiry() {
    return Optional.empty();
  }

  /** How many pieces or trade items. */
  default OptionalInt count() {
    return OptionalInt.empty();
  }

  /** The logistic unit: a pallet or a carton. */
  default Optional<Sscc> sscc() {
    return Optional.empty();
  }
}
