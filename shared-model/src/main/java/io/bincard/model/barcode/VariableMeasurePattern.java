package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.CheckDigit;
import io.bincard.model.barcode.gs1.Gtin;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * How a site composes codes of restricted circulation. The standard leaves that to countries and
 * shops.
 *
 * @param digits thirteen signs, one for each digit of an EAN-13 (a UPC-A has a zero in front): a
 *     digit stands for itself, I for the item, A for the amount, V for a check on the amount (not
 *     verified), C for the check digit, which is the last; such as 21IIIIIAAAAAC
 * @param kind what the amount is
 * @param decimals how many digits of the amount stand behind the decimal point, 0 to 6
 */
public record VariableMeasurePattern(String digits, VariableMeasure.Kind kind, int decimals) {

  /**
   * @throws IllegalArgumentException if the digits are not of the form above or the decimals out of
   *     range
   */
  public VariableMeasurePattern {
    if (!digits.matches("[0-9]{2}[0-9I]*V?A+V?C") || digits.length() != 13) {
      throw new IllegalArgumentException(
          "A pattern has thirteen signs, such as 21IIIIIAAAAAC, not: " + digits);
    }
    if (decimals < 0 || decimals > 6) {
      throw new IllegalArgumentException("Decimals must be 0 to 6, not " + decimals);
    }
  }

  /** Item and amount of a code; empty if it is not of this pattern. */
  Optional<VariableMeasure> read(Gtin code) {
    String written = code.digits().substring(1);
    if (code.digits().charAt(0) != '0' || !matches(written)) {
      return Optional.empty();
    }
    StringBuilder item = new StringBuilder();
    StringBuilder amount = new StringBuilder();
    for (int at = 0; at < digits.length() - 1; at++) {
      char sign = digits.charAt(at);
      item.append(sign == 'A' || sign == 'V' ? '0' : written.charAt(at));
      if (sign == 'A') {
        amount.append(written.charAt(at));
      }
    }
    Gtin itemCode = new Gtin(CheckDigit.append("0" + item));
    BigDecimal value = new BigDecimal(new BigInteger(amount.toString()), decimals);
    return Optional.of(new VariableMeasure(itemCode, kind, value));
  }

  private boolean matches(String written) {
    for (int at = 0; at < digits.length(); at++) {
      char sign = digits.charAt(at);
      if (sign >= '0' && sign <= '9' && sign != written.charAt(at)) {
        return false;
      }
    }
    return true;
  }
}
