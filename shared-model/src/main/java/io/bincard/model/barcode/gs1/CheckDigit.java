package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/**
 * The check digit of GTIN, SSCC, GLN and every other numeric GS1 key: weights 3 and 1 alternate
 * from the right. Source: GS1 General Specifications, "Standard check digit calculations".
 */
public final class CheckDigit {

  private CheckDigit() {}

  /**
   * The check digit that belongs behind the given digits, 0 to 9.
   *
   * @throws IllegalArgumentException if there is anything but digits
   */
  public static int of(String digits) {
    requireDigits(digits);
    return forDigits(digits, 0, digits.length());
  }

  /** The given digits with their check digit behind them. */
  public static String append(String digits) {
    return digits + of(digits);
  }

  /** Whether these are digits, at least two, of which the last is the check digit of the others. */
  public static boolean isValid(String digits) {
    return digits.length() > 1
        && Digits.only(digits, 0, digits.length())
        && fits(digits, 0, digits.length());
  }

  /** The dictionary's rule "csum", for digits. */
  static @Nullable ReadError check(String digits, int from, int to) {
    return fits(digits, from, to)
        ? null
        : ReadError.at(to - 1, ReadErrorCode.CHECK_DIGIT, "the check digit is wrong");
  }

  private static boolean fits(String text, int from, int to) {
    return text.charAt(to - 1) - '0' == forDigits(text, from, to - 1);
  }

  private static int forDigits(String text, int from, int to) {
    int sum = 0;
    int weight = 3;
    for (int at = to - 1; at >= from; at--) {
      sum += weight * (text.charAt(at) - '0');
      weight = 4 - weight;
    }
    return (10 - sum % 10) % 10;
  }

  private static void requireDigits(String digits) {
    if (digits.isEmpty() || !Digits.only(digits, 0, digits.length())) {
      throw new IllegalArgumentException("Only digits have a check digit, not: " + digits);
    }
  }
}
