package io.bincard.model.barcode.gs1;

import java.util.Optional;

/**
 * A Global Trade Item Number as one key: GTIN-8, 12, 13 and 14 alike are fourteen digits with zeros
 * in front, so that a carton's (01)04006381333931 and a shelf's EAN-13 4006381333931 are the same
 * number.
 *
 * @param digits fourteen digits, the last of which is the check digit
 */
public record Gtin(String digits) {

  private static final int LENGTH = 14;

  /**
   * @throws IllegalArgumentException if these are not fourteen digits with a right check digit
   */
  public Gtin {
    if (digits.length() != LENGTH || !CheckDigit.isValid(digits)) {
      throw new IllegalArgumentException("Not a GTIN of fourteen digits: " + digits);
    }
  }

  /** The number that is written with 8, 12, 13 or 14 digits; empty if it is none. */
  public static Optional<Gtin> of(String written) {
    boolean length =
        written.length() == 8 || (written.length() >= 12 && written.length() <= LENGTH);
    return length && CheckDigit.isValid(written)
        ? Optional.of(new Gtin("0".repeat(LENGTH - written.length()) + written))
        : Optional.empty();
  }

  /** As it is usually written: 8 digits, 13 digits, or 14 if the first is no zero. */
  public String shortForm() {
    if (digits.startsWith("000000")) {
      return digits.substring(6);
    }
    return digits.charAt(0) == '0' ? digits.substring(1) : digits;
  }

  /**
   * Whether the number has a meaning only within a company or a country, such as the goods that a
   * shop weighs itself: GS1 prefixes 02, 04 and 20 to 29, and 0 and 2 of GTIN-8.
   */
  public boolean restrictedCirculation() {
    if (digits.startsWith("000000")) {
      return digits.charAt(6) == '0' || digits.charAt(6) == '2';
    }
    return digits.startsWith("02") || digits.startsWith("002") || digits.startsWith("004");
  }

  @Override
  public String toString() {
    return digits;
  }
}
