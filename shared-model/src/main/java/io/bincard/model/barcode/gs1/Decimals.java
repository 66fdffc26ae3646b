package io.bincard.model.barcode.gs1;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Values whose number of decimal places is the last digit of their identifier. */
final class Decimals {

  private Decimals() {}

  static Optional<BigDecimal> of(Element element) {
    String code = element.code();
    String value = element.value();
    int start = startsWithCurrency(code) ? 3 : 0;
    if (!hasPlaces(code) || value.length() <= start || !Digits.only(value, 0, value.length())) {
      return Optional.empty();
    }
    int places = code.charAt(3) - '0';
    return Optional.of(new BigDecimal(new BigInteger(value.substring(start)), places));
  }

  /** Titles of measures name their unit in brackets: "NET WEIGHT (kg)". */
  static Optional<String> unit(ApplicationIdentifier identifier) {
    String title = identifier.title();
    int open = title.indexOf('(');
    int close = title.lastIndexOf(')');
    return isMeasure(identifier.code()) && open >= 0 && close > open
        ? Optional.of(title.substring(open + 1, close))
        : Optional.empty();
  }

  private static boolean hasPlaces(String code) {
    return isMeasure(code) || (code.length() == 4 && code.startsWith("39"));
  }

  private static boolean isMeasure(String code) {
    return code.length() == 4 && code.charAt(0) == '3' && code.charAt(1) <= '6';
  }

  /** (391n) and (393n): three digits of ISO 4217 before the amount. */
  private static boolean startsWithCurrency(String code) {
    return code.startsWith("391") || code.startsWith("393");
  }
}
