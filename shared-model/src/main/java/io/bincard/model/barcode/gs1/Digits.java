package io.bincard.model.barcode.gs1;

/** Decimal digits 0 to 9 in a part of a text; digits of other scripts are none. */
final class Digits {

  private Digits() {}

  static boolean is(char character) {
    return character >= '0' && character <= '9';
  }

  static boolean only(String text) {
    return only(text, 0, text.length());
  }

  static boolean only(String text, int from, int to) {
    return firstOther(text, from, to) == to;
  }

  /** The index of the first character that is no digit, or {@code to}. */
  static int firstOther(String text, int from, int to) {
    int at = from;
    while (at < to && is(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The two digits at this index as a number. */
  static int pair(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }

  /** At most eighteen digits as a number. */
  static long number(String text, int from, int to) {
    long number = 0;
    for (int at = from; at < to; at++) {
      number = number * 10 + text.charAt(at) - '0';
    }
    return number;
  }
}
