package io.bincard.model.barcode.gs1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do with identifiers that the standard did not have when Bincard's list was made. Allowed
 * ones may hold anything up to ninety characters; an element string without brackets can only be
 * read if the first two digits tell the length.
 */
public enum UnknownIdentifiers {
  REFUSED,
  ALLOWED;

  private static final int MOST_CHARACTERS = 90;

  /** The identifier with this code, made up if need be; null if there is none. */
  @Nullable ApplicationIdentifier find(String code) {
    ApplicationIdentifier known = ApplicationIdentifiers.find(code);
    return known == null && this == ALLOWED ? madeUp(code) : known;
  }

  /** The identifier that the text goes on with, made up if need be; null if there is none. */
  @Nullable ApplicationIdentifier startingAt(String text, int from) {
    ApplicationIdentifier known = ApplicationIdentifiers.startingAt(text, from);
    int end = from + ApplicationIdentifiers.lengthAt(text, from);
    return known == null && this == ALLOWED && end > from && end <= text.length()
        ? madeUp(text.substring(from, end))
        : known;
  }

  private static @Nullable ApplicationIdentifier madeUp(String code) {
    boolean wellFormed =
        code.length() >= 2 && code.length() <= 4 && Digits.only(code, 0, code.length());
    int expected = wellFormed ? ApplicationIdentifiers.lengthAt(code, 0) : 0;
    if (!wellFormed || (expected != 0 && expected != code.length())) {
      return null;
    }
    int predefined = predefinedLength(code);
    int shortest = predefined == 0 ? 1 : predefined;
    int longest = predefined == 0 ? MOST_CHARACTERS : predefined;
    Component anything = new Component(CharacterSet.X, shortest, longest, false, List.of());
    return new ApplicationIdentifier(
        code,
        "UNKNOWN",
        predefined != 0,
        new LinkUse(false, List.of()),
        List.of(anything),
        Associations.NONE);
  }

  /**
   * The length that the General Specifications set for all identifiers with these first digits; 0
   * if they don't.
   */
  private static int predefinedLength(String code) {
    if (code.length() == 3 && code.startsWith("41")) {
      return 13;
    }
    boolean measure = code.length() == 4 && code.charAt(0) == '3' && code.charAt(1) >= '1';
    return measure && code.charAt(1) <= '6' ? 6 : 0;
  }
}
