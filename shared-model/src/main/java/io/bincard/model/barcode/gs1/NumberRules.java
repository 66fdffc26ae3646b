package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/** Rules on numbers. */
final class NumberRules {

  private static final long GREATEST_LATITUDE = 1_800_000_000L;
  private static final long GREATEST_LONGITUDE = 3_600_000_000L;

  private NumberRules() {}

  static @Nullable ReadError zero(String text, int from, int to) {
    return allZero(text, from, to) ? null : value(from, "only 0 may stand here");
  }

  static @Nullable ReadError notZero(String text, int from, int to) {
    return allZero(text, from, to) ? value(from, "zero is not allowed") : null;
  }

  static @Nullable ReadError noLeadingZero(String text, int from, int to) {
    return text.charAt(from) == '0' ? value(from, "must not start with 0") : null;
  }

  /** Degrees from the south pole, with seven decimal places. */
  static @Nullable ReadError latitude(String text, int from, int to) {
    return Digits.number(text, from, to) <= GREATEST_LATITUDE
        ? null
        : value(from, "the latitude is beyond 1800000000");
  }

  /** Degrees eastwards, with seven decimal places. */
  static @Nullable ReadError longitude(String text, int from, int to) {
    return Digits.number(text, from, to) <= GREATEST_LONGITUDE
        ? null
        : value(from, "the longitude is beyond 3600000000");
  }

  /** A piece and of how many, in equally many digits: 0103 is the first of three. */
  static @Nullable ReadError pieceOfTotal(String text, int from, int to) {
    int middle = (from + to) / 2;
    long piece = Digits.number(text, from, middle);
    long total = Digits.number(text, middle, to);
    if (piece == 0 || total == 0) {
      return value(piece == 0 ? from : middle, "neither piece nor total may be zero");
    }
    return piece <= total ? null : value(from, "the piece is beyond the total");
  }

  /** A position and the last one: 1/3. */
  static @Nullable ReadError positionOfEnd(String text, int from, int to) {
    int slash = Digits.firstOther(text, from, to);
    boolean wellFormed =
        slash > from
            && slash < to - 1
            && text.charAt(slash) == '/'
            && Digits.only(text, slash + 1, to);
    if (!wellFormed) {
      return value(from, "must be of the form 1/3");
    }
    if (text.charAt(from) == '0' || text.charAt(slash + 1) == '0') {
      return value(from, "neither number may start with 0");
    }
    return Digits.number(text, from, slash) <= Digits.number(text, slash + 1, to)
        ? null
        : value(from, "the position is beyond the end");
  }

  private static boolean allZero(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) != '0') {
        return false;
      }
    }
    return true;
  }

  private static ReadError value(int position, String message) {
    return ReadError.at(position, ReadErrorCode.VALUE, message);
  }
}
