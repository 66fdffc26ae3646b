package io.bincard.model.barcode.gs1;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules on codes that stand in a list, from {@code code-lists.txt} whose head says where they come
 * from.
 */
final class CodeLists {

  private static final Set<String> COUNTRY_NUMBERS = read("country-number");
  private static final Set<String> COUNTRY_LETTERS = read("country-letters");
  private static final Set<String> CURRENCY_NUMBERS = read("currency-number");
  private static final Set<String> PACKAGE_TYPES = read("package-type");

  private CodeLists() {}

  static @Nullable ReadError countryNumber(String text, int from, int to) {
    return in(COUNTRY_NUMBERS, "no country of ISO 3166 has this number", text, from, to);
  }

  static @Nullable ReadError countryNumberOr999(String text, int from, int to) {
    return text.startsWith("999", from) ? null : countryNumber(text, from, to);
  }

  static @Nullable ReadError countryLetters(String text, int from, int to) {
    return in(COUNTRY_LETTERS, "no country of ISO 3166 has these letters", text, from, to);
  }

  static @Nullable ReadError currencyNumber(String text, int from, int to) {
    return in(CURRENCY_NUMBERS, "no currency of ISO 4217 has this number", text, from, to);
  }

  static @Nullable ReadError packageType(String text, int from, int to) {
    return in(PACKAGE_TYPES, "no package type has this code", text, from, to);
  }

  /** What carries the barcode: 01 to 10 are assigned by ICCBBA, 80 to 99 are for national use. */
  static @Nullable ReadError mediaType(String text, int from, int to) {
    int type = Digits.pair(text, from);
    return (type >= 1 && type <= 10) || type >= 80 ? null : notListed(from, "no such media type");
  }

  private static @Nullable ReadError in(
      Set<String> list, String message, String text, int from, int to) {
    return list.contains(text.substring(from, to)) ? null : notListed(from, message);
  }

  private static ReadError notListed(int position, String message) {
    return ReadError.at(position, ReadErrorCode.CODE_LIST, message);
  }

  private static Set<String> read(String name) {
    Set<String> codes = new HashSet<>();
    for (String line : DataFile.lines("code-lists.txt")) {
      if (line.startsWith(name + ": ")) {
        codes.addAll(Arrays.asList(line.substring(name.length() + 2).split(" ")));
      }
    }
    return codes;
  }
}
