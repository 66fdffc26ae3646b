package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/** Rules on dates in digits. */
final class DateRules {

  private DateRules() {}

  /** YYMMDD, or YYMM00 for a month as a whole. */
  static @Nullable ReadError shortDateOrMonth(String text, int from, int to) {
    // A year of two digits that ends in 00 is 2000, a leap year, as long as the window ends before
    // 2100.
    return check(text, 2000 + Digits.pair(text, from), from + 2, true);
  }

  /** YYMMDD. */
  static @Nullable ReadError shortDate(String text, int from, int to) {
    return check(text, 2000 + Digits.pair(text, from), from + 2, false);
  }

  /** YYYYMMDD. */
  static @Nullable ReadError longDate(String text, int from, int to) {
    return check(text, (int) Digits.number(text, from, from + 4), from + 4, false);
  }

  private static @Nullable ReadError check(String text, int year, int from, boolean orMonth) {
    int month = Digits.pair(text, from);
    if (month < 1 || month > 12) {
      return ReadError.at(from, ReadErrorCode.DATE, "there is no month " + month);
    }
    int day = Digits.pair(text, from + 2);
    if (day > Dates.daysIn(year, month) || (day == 0 && !orMonth)) {
      return ReadError.at(from + 2, ReadErrorCode.DATE, "this month has no day " + day);
    }
    return null;
  }
}
