package io.bincard.model.barcode.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitTest {

  @ParameterizedTest
  @CsvSource({
    "9638507, 4", // GTIN-8
    "03600029145, 2", // GTIN-12
    "400638133393, 1", // GTIN-13
    "1234567890123, 1", // GTIN-14
    "952000000000, 4", // GLN
    "10614141234567890, 8", // SSCC
    "0, 0"
  })
  void theCheckDigitIsThatOfTheStandard(String digits, int checkDigit) {
    assertThat(CheckDigit.of(digits)).isEqualTo(checkDigit);
    assertThat(CheckDigit.isValid(CheckDigit.append(digits))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "4006381333932", "400638133393x", "٤٠٠٦٣٨١٣٣٣٩٣١"})
  void whatHasNoRightCheckDigitIsNotValid(String digits) {
    assertThat(CheckDigit.isValid(digits)).isFalse();
  }

  @Test
  void onlyDigitsHaveACheckDigit() {
    assertThatIllegalArgumentException().isThrownBy(() -> CheckDigit.of("12a"));
    assertThatIllegalArgumentException().isThrownBy(() -> CheckDigit.of(""));
  }

  @ParameterizedTest
  @CsvSource({"1987654Ad4X4bL5ttr2310c, 2K"})
  void aPairOfCheckCharactersIsThatOfTheStandard(String text, String pair) {
    assertThat(CheckCharacters.of(text)).isEqualTo(pair);
    String whole = text + pair;
    assertThat(CheckCharacters.check(whole, 0, whole.length())).isNull();
  }

  @Test
  void checkCharactersAreForCset82OfModelNumberLength() {
    assertThatIllegalArgumentException().isThrownBy(() -> CheckCharacters.of("1234#"));
    assertThatIllegalArgumentException().isThrownBy(() -> CheckCharacters.of("1".repeat(24)));
  }
}
