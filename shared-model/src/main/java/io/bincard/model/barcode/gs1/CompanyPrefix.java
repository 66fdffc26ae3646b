package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/**
 * A key has to start with a GS1 company prefix, of which no more is known here than that four
 * digits are the fewest.
 */
final class CompanyPrefix {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 12;

  private CompanyPrefix() {}

  static @Nullable ReadError startsHere(String text, int from, int to) {
    if (to - from < SHORTEST) {
      return ReadError.at(from, ReadErrorCode.COMPANY_PREFIX, "too short for a company prefix");
    }
    int stranger = Digits.firstOther(text, from, from + SHORTEST);
    return stranger == from + SHORTEST
        ? null
        : ReadError.at(
            stranger, ReadErrorCode.COMPANY_PREFIX, "a company prefix starts with four digits");
  }

  static @Nullable ReadError startsAtSecondDigit(String text, int from, int to) {
    return startsHere(text, from + 1, to);
  }

  /**
   * @throws IllegalArgumentException if this cannot be a company prefix
   */
  static void require(String digits) {
    boolean length = digits.length() >= SHORTEST && digits.length() <= LONGEST;
    if (!length || !Digits.only(digits, 0, digits.length())) {
      throw new IllegalArgumentException("Company prefix must be 4 to 12 digits, not " + digits);
    }
  }
}
