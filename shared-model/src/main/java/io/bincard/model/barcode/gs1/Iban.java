package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/**
 * International bank account numbers: a country, two check digits that make the whole 1 modulo 97.
 * ISO 13616.
 */
final class Iban {

  private static final int TOO_SHORT = 10;
  private static final int LONGEST = 34;

  private Iban() {}

  static @Nullable ReadError check(String text, int from, int to) {
    int length = to - from;
    if (length <= TOO_SHORT || length > LONGEST) {
      return ReadError.at(from, ReadErrorCode.WRONG_LENGTH, "an IBAN has 11 to 34 characters");
    }
    if (CodeLists.countryLetters(text, from, from + 2) != null) {
      return ReadError.at(from, ReadErrorCode.CODE_LIST, "an IBAN starts with a country");
    }
    int remainder = 0;
    for (int index = 0; index < length; index++) {
      int at = from + (index + 4) % length;
      char character = text.charAt(at);
      if (Digits.is(character)) {
        remainder = (remainder * 10 + character - '0') % 97;
      } else if (character >= 'A' && character <= 'Z') {
        remainder = (remainder * 100 + character - 'A' + 10) % 97;
      } else {
        return ReadError.at(at, ReadErrorCode.WRONG_CHARACTER, "may not stand in an IBAN");
      }
    }
    return remainder == 1
        ? null
        : ReadError.at(from + 2, ReadErrorCode.CHECK_CHARACTERS, "the IBAN's check sum is wrong");
  }
}
