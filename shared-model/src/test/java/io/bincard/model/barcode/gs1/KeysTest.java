package io.bincard.model.barcode.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GTIN, SSCC and GLN. */
class KeysTest {

  @ParameterizedTest
  @CsvSource({
    "96385074, 00000096385074, 96385074",
    "036000291452, 00036000291452, 0036000291452",
    "4006381333931, 04006381333931, 4006381333931",
    "04006381333931, 04006381333931, 4006381333931",
    "14006381333938, 14006381333938, 14006381333938"
  })
  void aGtinOfAnyLengthIsOneKeyOfFourteenDigits(String written, String key, String shortForm) {
    Gtin gtin = Gtin.of(written).orElseThrow();
    assertThat(gtin.digits()).isEqualTo(key);
    assertThat(gtin.shortForm()).isEqualTo(shortForm);
    assertThat(gtin).hasToString(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4006381333932", "400638133393", "40063813339", "a006381333931", "9638507"})
  void whatIsNoGtinIsNone(String written) {
    assertThat(Gtin.of(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2112345678900, true", // 20 to 29: goods weighed in the shop
    "0212345678909, true", // 02: the same, as UPC
    "0412345678903, true", // 04: within a company
    "02345673, true", // GTIN-8 that starts with 0
    "20123451, true", // GTIN-8 that starts with 2
    "4006381333931, false",
    "96385074, false",
    "14006381333938, false",
    "12112345678907, false"
  })
  void restrictedCirculationIsKnownByThePrefix(String written, boolean restricted) {
    assertThat(Gtin.of(written).orElseThrow().restrictedCirculation()).isEqualTo(restricted);
  }

  @Test
  void keysOfWrongDigitsCannotBeMade() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Gtin("4006381333931"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Gtin("04006381333932"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Sscc("106141412345678909"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Gln("9520000000005"));
  }

  @Test
  void anSsccIsMadeOfExtensionDigitCompanyPrefixAndSerialReference() {
    assertThat(Sscc.make(1, "0614141", 234567890)).isEqualTo(new Sscc("106141412345678908"));
    assertThat(Sscc.make(0, "9521234", 7).digits()).startsWith("09521234000000007").hasSize(18);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0614141, 1, Extension digit",
    "-1, 0614141, 1, Extension digit",
    "1, 061, 1, Company prefix",
    "1, 0614141234567, 1, Company prefix",
    "1, 06141x1, 1, Company prefix",
    "1, 0614141, -1, Serial reference",
    "1, 0614141, 1234567890, Serial reference"
  })
  void whatIsOutOfRangeIsNamed(int extension, String prefix, long serial, String named) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sscc.make(extension, prefix, serial))
        .withMessageStartingWith(named);
  }

  @Test
  void ssccAndGlnAreReadFromTheirDigits() {
    assertThat(Sscc.of("106141412345678908")).map(Sscc::toString).contains("106141412345678908");
    assertThat(Sscc.of("106141412345678909")).isEmpty();
    assertThat(Sscc.of("4006381333931")).isEmpty();
    assertThat(Gln.of("9520000000004")).map(Gln::toString).contains("9520000000004");
    assertThat(Gln.of("9520000000005")).isEmpty();
    assertThat(Gln.of("106141412345678908")).isEmpty();
  }
}
