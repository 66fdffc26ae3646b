package io.bincard.model.barcode.gs1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a value: so many characters of one set, that obey some rules.
 *
 * @param shortest fewest characters, if it is there at all
 * @param longest most characters
 * @param optional whether it may be missing
 */
record Component(
    CharacterSet characters, int shortest, int longest, boolean optional, List<ContentRule> rules) {

  @Nullable ReadError check(String text, int from, int to) {
    if (to - from < shortest) {
      return ReadError.at(to, ReadErrorCode.WRONG_LENGTH, "has too few characters");
    }
    ReadError error = characters.check(text, from, to);
    for (int rule = 0; error == null && rule < rules.size(); rule++) {
      error = rules.get(rule).check(text, from, to);
    }
    return error;
  }
}
