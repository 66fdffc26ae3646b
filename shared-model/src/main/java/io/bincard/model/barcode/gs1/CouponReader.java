package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/**
 * Goes through the digits of a coupon from left to right; after the first error it stands still.
 */
final class CouponReader {

  private final String text;
  private final int to;
  private int at;
  private @Nullable ReadError error;

  CouponReader(String text, int from, int to) {
    this.text = text;
    this.at = from;
    this.to = to;
  }

  @Nullable ReadError error() {
    return error;
  }

  /** Steps over the number of an optional field if it is the next. */
  boolean field(char number) {
    if (error != null || at == to || text.charAt(at) != number) {
      return false;
    }
    at++;
    return true;
  }

  void skip(int digits, String what) {
    if (to - at < digits) {
      fail(at, what + " is missing or too short");
    } else if (error == null) {
      at += digits;
    }
  }

  void oneOf(String allowed, String what) {
    int here = at;
    skip(1, what);
    if (error == null && allowed.indexOf(text.charAt(here)) < 0) {
      fail(here, what + " must be one of " + allowed);
    }
  }

  /** A digit that tells the length, and so many digits and {@code more}. */
  void sized(String what, int fewest, int most, int more) {
    int size = size(what, fewest, most);
    skip(size + more, what);
  }

  void companyPrefix(String what) {
    companyPrefix(what, size(what, 0, 6));
  }

  /** A company prefix, or the digit 9 for none. */
  void companyPrefixOrNone(String what) {
    if (!field('9')) {
      companyPrefix(what);
    }
  }

  /** Six digits of a date; returns where they start. */
  int date(String what) {
    int start = at;
    skip(6, what);
    if (error == null && DateRules.shortDate(text, start, at) != null) {
      fail(start, what + " is no date");
    }
    return start;
  }

  int compare(int oneStart, int otherStart, int length) {
    return error != null
        ? 0
        : text.substring(oneStart, oneStart + length)
            .compareTo(text.substring(otherStart, otherStart + length));
  }

  void end() {
    if (error == null && at < to) {
      fail(at, "digits are left over behind the last field");
    }
  }

  void fail(int position, String message) {
    if (error == null) {
      error = ReadError.at(position, ReadErrorCode.COUPON, "coupon: " + message);
    }
  }

  private void companyPrefix(String what, int size) {
    skip(size + 6, what);
  }

  private int size(String what, int fewest, int most) {
    int here = at;
    skip(1, "the length of " + what);
    if (error != null) {
      return 0;
    }
    int size = text.charAt(here) - '0';
    if (size < fewest || size > most) {
      fail(here, "the length of " + what + " must be " + fewest + " to " + most);
    }
    return size;
  }
}
