package io.bincard.model.barcode.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class CheckDigitProperties {

  @Property
  void everyWrongDigitIsFound(
      @ForAll @NumericChars @StringLength(min = 7, max = 17) String digits,
      @ForAll @IntRange(max = 6) int place,
      @ForAll @IntRange(min = 1, max = 9) int difference) {
    StringBuilder mistyped = new StringBuilder(CheckDigit.append(digits));
    int wrong = (mistyped.charAt(place) - '0' + difference) % 10;
    mistyped.setCharAt(place, (char) ('0' + wrong));
    assertThat(CheckDigit.isValid(mistyped.toString())).isFalse();
  }
}
