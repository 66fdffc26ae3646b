package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.Gtin;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The code of the checkout: EAN or UPC.
 *
 * @param code its number
 * @param measure weight, price or count in the number, if the site's settings say there is one
 * @param companion the two-dimensional part that a composite barcode has above it
 */
public record RetailCode(
    Scan scan,
    String text,
    Gtin code,
    Optional<VariableMeasure> measure,
    Optional<Gs1ElementString> companion)
    implements Barcode {

  /** The trade item: the number, or what is left of it without the measure. */
  @Override
  public Optional<Gtin> gtin() {
    return Optional.of(measure.map(VariableMeasure::item).orElse(code));
  }

  @Override
  public Optional<String> lot() {
    return companion.flatMap(Gs1ElementString::lot);
  }

  @Override
  public Optional<String> serial() {
    return companion.flatMap(Gs1ElementString::serial);
  }

  @Override
  public Optional<LocalDate> expiry() {
    return companion.flatMap(Gs1ElementString::expiry);
  }

  @Override
  public OptionalInt count() {
    return companion.map(Gs1ElementString::count).orElse(OptionalInt.empty());
  }
}
