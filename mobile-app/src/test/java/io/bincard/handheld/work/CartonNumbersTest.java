package io.bincard.handheld.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.barcode.gs1.Sscc;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CartonNumbersTest {
  @ParameterizedTest
  @CsvSource({
    // company prefix, device, extension digit + prefix + device + count, without check digit
    "9521234, H-0007, 0 9521234 0007 00000",
    "9521234, handheld12, 0 9521234 0012 00000",
    "952123456, H-0007, 0 952123456 007 0000",
    "952123456789, H-7, 0 952123456789 07 00",
    "9521, H-9999, 0 9521 9999 00000000",
  })
  void eachDeviceHasARangeOfItsOwn(String prefix, String device, String digits) {
    assertThat(next(prefix, device, Set.of()).map(CartonNumbersTest::withoutCheckDigit))
        .contains(digits.replace(" ", ""));
  }

  @Test
  void countsOnWhereANumberIsUsed() {
    String first = next("9521234", "H-7", Set.of()).orElseThrow();

    assertThat(next("9521234", "H-7", Set.of(first)).map(CartonNumbersTest::withoutCheckDigit))
        .contains("09521234000700001");
  }

  @Test
  void takesTheNextExtensionDigitWhenTheCountIsUsedUp() {
    assertThat(
            CartonNumbers.next("952123456789", "H-7", sscc -> sscc.startsWith("0"))
                .map(Sscc::digits)
                .map(CartonNumbersTest::withoutCheckDigit))
        .contains("19521234567890700");
  }

  @Test
  void endsWhenAllNumbersAreUsed() {
    assertThat(CartonNumbers.next("952123456789", "H-7", sscc -> true)).isEmpty();
  }

  @Test
  void devicesWithoutANumberAreScattered() {
    assertThat(next("9521234", "01890a5d-ac96-774b-bcce-b302099a8057", Set.of()))
        .isNotEqualTo(next("9521234", "01890a5d-ac96-774b-bcce-b302099a8058", Set.of()));
  }

  @ParameterizedTest
  @CsvSource({"''", "123", "1234567890123", "95-1234"})
  void numbersNothingWithoutACompanyPrefix(String prefix) {
    assertThat(next(prefix, "H-7", Set.of())).isEmpty();
  }

  private static Optional<String> next(String prefix, String device, Set<String> used) {
    return CartonNumbers.next(prefix, device, used::contains).map(Sscc::digits);
  }

  private static String withoutCheckDigit(String sscc) {
    return sscc.substring(0, 17);
  }
}
