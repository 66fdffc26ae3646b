package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/** The character sets of the General Specifications, by their letter in the dictionary. */
enum CharacterSet implements ContentRule {
  /** Digits. */
  N("0123456789"),
  /** CSET 82. */
  X("!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
  /** CSET 39. */
  Y("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  /** CSET 64, base64url, which may be padded with "=" at its end. */
  Z("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

  /** One bit for each of the characters 0 to 63 and 64 to 127. */
  private final long low;

  private final long high;

  CharacterSet(String characters) {
    this.low = characters.chars().filter(at -> at < 64).mapToLong(at -> 1L << at).sum();
    this.high = characters.chars().filter(at -> at >= 64).mapToLong(at -> 1L << at).sum();
  }

  @Override
  public @Nullable ReadError check(String text, int from, int to) {
    int end = this == Z ? Base64Padding.start(text, from, to) : to;
    if (end < to && !Base64Padding.fits(to - from, to - end)) {
      return ReadError.at(end, ReadErrorCode.WRONG_LENGTH, "the padding with \"=\" is wrong");
    }
    for (int at = from; at < end; at++) {
      if (!has(text.charAt(at))) {
        return ReadError.at(at, ReadErrorCode.WRONG_CHARACTER, message(text.charAt(at)));
      }
    }
    return null;
  }

  boolean has(char character) {
    // A long is shifted by the distance modulo 64.
    return character < 128 && ((character < 64 ? low : high) >>> character & 1) == 1;
  }

  private String message(char character) {
    String what = character < ' ' || character > '~' ? "this character" : "'" + character + "'";
    return this == N ? "only digits may stand here, not " + what : what + " may not stand here";
  }
}
