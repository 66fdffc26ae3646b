package io.bincard.model.barcode.gs1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All application identifiers of the standard. */
public final class ApplicationIdentifiers {

  private static final List<ApplicationIdentifier> ALL = DictionaryFile.read();

  private static final @Nullable ApplicationIdentifier[] BY_NUMBER =
      new @Nullable ApplicationIdentifier[10_000];

  /** Identifiers that start with the same two digits are equally long; 0 where there are none. */
  private static final int[] LENGTH_BY_FIRST_TWO = new int[100];

  static {
    for (ApplicationIdentifier identifier : ALL) {
      BY_NUMBER[identifier.number()] = identifier;
      LENGTH_BY_FIRST_TWO[Digits.pair(identifier.code(), 0)] = identifier.code().length();
    }
  }

  private ApplicationIdentifiers() {}

  /** All of them, in the order of the dictionary. */
  public static List<ApplicationIdentifier> all() {
    return ALL;
  }

  /**
   * The identifier with this code.
   *
   * @throws IllegalArgumentException if the standard has none
   */
  public static ApplicationIdentifier of(String code) {
    ApplicationIdentifier identifier = find(code);
    if (identifier == null) {
      throw new IllegalArgumentException("GS1 has no application identifier " + code);
    }
    return identifier;
  }

  static @Nullable ApplicationIdentifier find(String code) {
    return code.length() >= 2 && code.length() <= 4 ? at(code, 0, code.length()) : null;
  }

  /** The identifier that the text goes on with. */
  static @Nullable ApplicationIdentifier startingAt(String text, int from) {
    int length = lengthAt(text, from);
    return length == 0 || from + length > text.length() ? null : at(text, from, length);
  }

  /**
   * How long an identifier is that starts here; 0 if the standard has none with these two digits.
   */
  static int lengthAt(String text, int from) {
    return from + 2 <= text.length() && Digits.only(text, from, from + 2)
        ? LENGTH_BY_FIRST_TWO[Digits.pair(text, from)]
        : 0;
  }

  private static @Nullable ApplicationIdentifier at(String text, int from, int length) {
    return length == lengthAt(text, from) && Digits.only(text, from, from + length)
        ? BY_NUMBER[(int) Digits.number(text, from, from + length)]
        : null;
  }
}
