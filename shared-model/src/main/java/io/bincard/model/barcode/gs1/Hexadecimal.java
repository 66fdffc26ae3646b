package io.bincard.model.barcode.gs1;

/** Hexadecimal digits of ASCII. */
final class Hexadecimal {

  private Hexadecimal() {}

  /** The value of a digit, -1 for all that is none. */
  static int digit(char character) {
    return character < 128 ? Character.digit(character, 16) : -1;
  }
}
