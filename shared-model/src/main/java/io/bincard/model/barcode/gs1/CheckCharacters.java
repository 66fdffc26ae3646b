package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/**
 * The pair of check characters at the end of a Global Model Number: the values of the characters
 * before, weighted with the prime numbers from the right, modulo 1021. Source: GS1 General
 * Specifications, "Check character pair calculation".
 */
public final class CheckCharacters {

  private static final String VALUES =
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  private static final String PAIR_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int MODULUS = 1021;
  private static final int[] PRIMES = {
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83
  };

  private CheckCharacters() {}

  /**
   * The two characters that belong behind the text.
   *
   * @param text at most 23 characters of CSET 82, as many as a Global Model Number has before them
   * @throws IllegalArgumentException if the text is longer or has other characters
   */
  public static String of(String text) {
    if (text.length() > PRIMES.length || CharacterSet.X.check(text, 0, text.length()) != null) {
      throw new IllegalArgumentException(
          "Check characters are for at most " + PRIMES.length + " characters of CSET 82: " + text);
    }
    int sum = sum(text, 0, text.length());
    return "" + PAIR_ALPHABET.charAt(sum >> 5) + PAIR_ALPHABET.charAt(sum & 31);
  }

  /** The dictionary's rule "csumalpha", for characters of CSET 82. */
  static @Nullable ReadError check(String text, int from, int to) {
    if (to - from < 2 || to - from - 2 > PRIMES.length) {
      return ReadError.at(from, ReadErrorCode.WRONG_LENGTH, "has no room for check characters");
    }
    int pair = to - 2;
    int sum = sum(text, from, pair);
    return text.charAt(pair) == PAIR_ALPHABET.charAt(sum >> 5)
            && text.charAt(pair + 1) == PAIR_ALPHABET.charAt(sum & 31)
        ? null
        : ReadError.at(pair, ReadErrorCode.CHECK_CHARACTERS, "the check characters are wrong");
  }

  private static int sum(String text, int from, int to) {
    int sum = 0;
    for (int at = from; at < to; at++) {
      sum += VALUES.indexOf(text.charAt(at)) * PRIMES[to - 1 - at];
    }
    return sum % MODULUS;
  }
}
