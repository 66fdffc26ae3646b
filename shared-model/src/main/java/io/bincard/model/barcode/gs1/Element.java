package io.bincard.model.barcode.gs1;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * One application identifier and its value, such as (10) and "ABC123".
 *
 * @param identifier what the value means
 * @param value the characters, as they stand in the barcode
 */
public record Element(ApplicationIdentifier identifier, String value) {

  private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("uuMMdd");

  /**
   * An element to be printed, whose value is checked.
   *
   * @throws IllegalArgumentException if GS1 has no such identifier, or the value is not as it
   *     should be: the message says how
   */
  public static Element of(String code, String value) {
    ApplicationIdentifier identifier = ApplicationIdentifiers.of(code);
    ReadError error = WholeValue.check(value, identifier);
    if (error != null) {
      throw new IllegalArgumentException(error.message() + ": " + value);
    }
    return new Element(identifier, value);
  }

  /** An element to be printed that holds a day, such as (17). */
  public static Element of(String code, LocalDate day) {
    return of(code, day.format(SHORT_DATE));
  }

  /** The digits of the application identifier, such as "10". */
  public String code() {
    return identifier.code();
  }

  /**
   * The exact decimal of a measure, price or percentage, whose last digit of the identifier gives
   * the number of decimal places: (3103)001750 is 1.750.
   */
  public Optional<BigDecimal> decimal() {
    return Decimals.of(this);
  }

  /** The unit of a measure as the dictionary writes it, such as "kg"; empty for all else. */
  public Optional<String> unit() {
    return Decimals.unit(identifier);
  }

  /**
   * The date that the value starts with.
   *
   * @param year the year from which the century of a two-digit year is found, normally that of the
   *     scan
   */
  public Optional<LocalDate> date(int year) {
    return switch (identifier.dateDigits()) {
      case 6 -> Dates.fromShort(value, year);
      case 8 -> Dates.fromLong(value);
      default -> Optional.empty();
    };
  }
}
