package io.bincard.model.barcode.gs1;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Dates as element strings write them. Source: GS1 General Specifications, "Determination of
 * century in dates".
 */
final class Dates {

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Dates() {}

  /**
   * The date of YYMMDD at the start of the value; day 00 is the last of the month.
   *
   * @param currentYear the year from which the century is found
   * @return empty if there is no such date
   */
  static Optional<LocalDate> fromShort(String value, int currentYear) {
    return startsWithDigits(value, 6)
        ? date(fullYear(Digits.pair(value, 0), currentYear), value, 2)
        : Optional.empty();
  }

  /** The date of YYYYMMDD at the start of the value; empty if there is no such date. */
  static Optional<LocalDate> fromLong(String value) {
    return startsWithDigits(value, 8)
        ? date((int) Digits.number(value, 0, 4), value, 4)
        : Optional.empty();
  }

  private static boolean startsWithDigits(String value, int count) {
    return value.length() >= count && Digits.only(value, 0, count);
  }

  private static Optional<LocalDate> date(int year, String value, int monthAt) {
    int month = Digits.pair(value, monthAt);
    int day = Digits.pair(value, monthAt + 2);
    if (month < 1 || month > 12 || day > daysIn(year, month)) {
      return Optional.empty();
    }
    return Optional.of(LocalDate.of(year, month, day == 0 ? daysIn(year, month) : day));
  }

  static int fullYear(int twoDigits, int currentYear) {
    int century = currentYear - currentYear % 100;
    int ahead = twoDigits - currentYear % 100;
    if (ahead >= 51) {
      return century - 100 + twoDigits;
    }
    return ahead <= -50 ? century + 100 + twoDigits : century + twoDigits;
  }

  static int daysIn(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }
}
