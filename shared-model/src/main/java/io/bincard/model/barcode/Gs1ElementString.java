package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.BracketedText;
import io.bincard.model.barcode.gs1.Element;
import io.bincard.model.barcode.gs1.Gtin;
import io.bincard.model.barcode.gs1.LostSeparator;
import io.bincard.model.barcode.gs1.Sscc;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A GS1 element string, however it was written: with FNC1, with brackets, or as a Digital Link.
 *
 * @param elements all elements, in their order, each checked by the standard
 * @param year the year from which the century of dates is found
 * @param lostSeparator another reading of the same characters, if the scanner has probably lost a
 *     separator
 */
public record Gs1ElementString(
    Scan scan, String text, List<Element> elements, int year, Optional<LostSeparator> lostSeparator)
    implements Barcode {

  public Gs1ElementString {
    elements = List.copyOf(elements);
  }

  /** The value of the first element with this application identifier. */
  public Optional<String> find(String code) {
    return element(code).map(Element::value);
  }

  /** (01), the trade item. */
  @Override
  public Optional<Gtin> gtin() {
    return find("01").flatMap(Gtin::of);
  }

  /**
   * (02), the trade items inside of a logistic unit, of which {@link #count()} tells the number.
   */
  public Optional<Gtin> contentGtin() {
    return find("02").flatMap(Gtin::of);
  }

  /** (10). */
  @Override
  public Optional<String> lot() {
    return find("10");
  }

  /** (21). */
  @Override
  public Optional<String> serial() {
    return find("21");
  }

  /** (17), or the day of (7003). */
  @Override
  public Optional<LocalDate> expiry() {
    return date("17").or(() -> date("7003"));
  }

  /** (15), the last day of best quality. */
  public Optional<LocalDate> bestBefore() {
    return date("15");
  }

  /** (30) pieces of a trade item of variable count, or (37) trade items in a logistic unit. */
  @Override
  public OptionalInt count() {
    return find("30")
        .or(() -> find("37"))
        .map(digits -> OptionalInt.of(Integer.parseInt(digits)))
        .orElse(OptionalInt.empty());
  }

  /** (00). */
  @Override
  public Optional<Sscc> sscc() {
    return find("00").flatMap(Sscc::of);
  }

  /** (310n), the net weight in kilograms. */
  public Optional<BigDecimal> netKilograms() {
    return elements.stream()
        .filter(element -> element.code().startsWith("310"))
        .findFirst()
        .flatMap(Element::decimal);
  }

  /** The elements as people read them, such as (01)09521234543213(10)ABC. */
  public String bracketed() {
    return BracketedText.write(elements);
  }

  private Optional<LocalDate> date(String code) {
    return element(code).flatMap(element -> element.date(year));
  }

  private Optional<Element> element(String code) {
    for (Element element : elements) {
      if (element.code().equals(code)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }
}
