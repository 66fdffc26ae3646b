package io.bincard.model.barcode.gs1;

import java.util.Optional;

/**
 * A Global Location Number: of a company, a warehouse, a dock.
 *
 * @param digits thirteen digits, the last of which is the check digit
 */
public record Gln(String digits) {

  private static final int LENGTH = 13;

  /**
   * @throws IllegalArgumentException if these are not thirteen digits with a right check digit
   */
  public Gln {
    if (digits.length() != LENGTH || !CheckDigit.isValid(digits)) {
      throw new IllegalArgumentException("Not a GLN of thirteen digits: " + digits);
    }
  }

  /** The number of these thirteen digits; empty if they are none. */
  public static Optional<Gln> of(String digits) {
    return digits.length() == LENGTH && CheckDigit.isValid(digits)
        ? Optional.of(new Gln(digits))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return digits;
  }
}
