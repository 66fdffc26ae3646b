package io.bincard.model.barcode.gs1;

import java.util.Optional;

/**
 * A Serial Shipping Container Code, the number of one logistic unit.
 *
 * @param digits eighteen digits, the last of which is the check digit
 */
public record Sscc(String digits) {

  private static final int LENGTH = 18;

  /**
   * @throws IllegalArgumentException if these are not eighteen digits with a right check digit
   */
  public Sscc {
    if (digits.length() != LENGTH || !CheckDigit.isValid(digits)) {
      throw new IllegalArgumentException("Not an SSCC of eighteen digits: " + digits);
    }
  }

  /** The code of these eighteen digits; empty if they are none. */
  public static Optional<Sscc> of(String digits) {
    return digits.length() == LENGTH && CheckDigit.isValid(digits)
        ? Optional.of(new Sscc(digits))
        : Optional.empty();
  }

  /**
   * A new code.
   *
   * @param extensionDigit 0 to 9, free to choose
   * @param companyPrefix the GS1 company prefix of who numbers the unit, 4 to 12 digits
   * @param serialReference number of the unit, of as many digits as the company prefix leaves: 16
   *     together
   * @throws IllegalArgumentException if one of them is out of its range
   */
  public static Sscc make(int extensionDigit, String companyPrefix, long serialReference) {
    if (extensionDigit < 0 || extensionDigit > 9) {
      throw new IllegalArgumentException("Extension digit must be 0 to 9, not " + extensionDigit);
    }
    CompanyPrefix.require(companyPrefix);
    int room = LENGTH - 2 - companyPrefix.length();
    String serial = Long.toString(serialReference);
    if (serialReference < 0 || serial.length() > room) {
      throw new IllegalArgumentException(
          "Serial reference must have at most " + room + " digits, not " + serialReference);
    }
    String zeros = "0".repeat(room - serial.length());
    return new Sscc(CheckDigit.append(extensionDigit + companyPrefix + zeros + serial));
  }

  @Override
  public String toString() {
    return digits;
  }
}
