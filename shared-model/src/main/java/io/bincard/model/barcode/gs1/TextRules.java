package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/** Rules on characters. */
final class TextRules {

  private TextRules() {}

  static @Nullable ReadError yesOrNo(String text, int from, int to) {
    return oneOf("01", text, from);
  }

  static @Nullable ReadError windingDirection(String text, int from, int to) {
    return oneOf("019", text, from);
  }

  /** ISO 5218: not known, male, female, not applicable. */
  static @Nullable ReadError sex(String text, int from, int to) {
    return oneOf("0129", text, from);
  }

  static @Nullable ReadError importerIndex(String text, int from, int to) {
    return CharacterSet.Z.has(text.charAt(from))
        ? null
        : value(from, "must be a letter, a digit, \"-\" or \"_\"");
  }

  static @Nullable ReadError hyphens(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) != '-') {
        return value(at, "only \"-\" may stand here");
      }
    }
    return null;
  }

  static @Nullable ReadError hasOtherThanDigits(String text, int from, int to) {
    return Digits.only(text, from, to) ? value(from, "must not be digits alone") : null;
  }

  /** Each percent sign is followed by two hexadecimal digits. */
  static @Nullable ReadError percentEncoded(String text, int from, int to) {
    for (int at = text.indexOf('%', from); at >= 0 && at < to; at = text.indexOf('%', at + 3)) {
      if (at + 2 >= to
          || Hexadecimal.digit(text.charAt(at + 1)) < 0
          || Hexadecimal.digit(text.charAt(at + 2)) < 0) {
        return value(at, "\"%\" must be followed by two hexadecimal digits");
      }
    }
    return null;
  }

  private static @Nullable ReadError oneOf(String allowed, String text, int at) {
    return allowed.indexOf(text.charAt(at)) >= 0
        ? null
        : value(at, "must be one of " + String.join(", ", allowed.split("")));
  }

  private static ReadError value(int position, String message) {
    return ReadError.at(position, ReadErrorCode.VALUE, message);
  }
}
