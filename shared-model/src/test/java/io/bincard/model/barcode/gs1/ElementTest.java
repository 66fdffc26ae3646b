package io.bincard.model.barcode.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTest {

  @ParameterizedTest
  @CsvSource({
    "17, 261231, 2026-12-31",
    "17, 260200, 2026-02-28", // day 00 is the last of the month
    "17, 280200, 2028-02-29",
    "11, 991225, 1999-12-25",
    "7003, 2612312359, 2026-12-31", // with a time behind it
    "7007, 260101260131, 2026-01-01", // from and to
    "4324, 2612310000, 2026-12-31",
    "7250, 19840229, 1984-02-29", // of eight digits
    "7251, 198402290830, 1984-02-29"
  })
  void aDateIsReadFromTheStartOfTheValue(String code, String value, LocalDate date) {
    assertThat(element(code, value).date(2026)).contains(date);
  }

  @ParameterizedTest
  @CsvSource({
    "2026, 76, 2076",
    "2026, 77, 1977", // 51 ahead is the century before
    "2026, 00, 2000",
    "2049, 00, 2000",
    "2050, 00, 2100", // 50 behind is the century after
    "2050, 01, 2001",
    "1999, 49, 2049",
    "1999, 50, 1950",
    "2099, 48, 2148"
  })
  void theCenturyIsTheOneThatLiesWithinFiftyYears(int currentYear, String year, int full) {
    assertThat(element("17", year + "0615").date(currentYear)).contains(LocalDate.of(full, 6, 15));
  }

  @Test
  void whatIsNoDateHasNone() {
    assertThat(element("10", "261231").date(2026)).isEmpty();
    assertThat(element("17", "261331").date(2026)).isEmpty();
    assertThat(element("17", "000229").date(2060)).as("2100 is no leap year").isEmpty();
    assertThat(element("17", "1").date(2026)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3100, 001750, 1750",
    "3103, 001750, 1.750",
    "3105, 001750, 0.01750",
    "3922, 0299, 2.99",
    "3932, 978000299, 2.99", // (393n) starts with a currency
    "3912, 9781, 0.01",
    "3940, 0015, 15"
  })
  void theLastDigitOfTheIdentifierPlacesThePoint(String code, String value, BigDecimal decimal) {
    assertThat(element(code, value).decimal()).contains(decimal);
  }

  @Test
  void whatIsNoMeasureAndNoAmountHasNoDecimal() {
    assertThat(element("37", "12").decimal()).isEmpty();
    assertThat(element("8005", "001750").decimal()).isEmpty();
    assertThat(element("3912", "978").decimal()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3103, kg", "3300, kg", "3203, lb", "3602, qt (US)", "3344, m²"})
  void aMeasureKnowsItsUnit(String code, String unit) {
    assertThat(element(code, "001750").unit()).contains(unit);
  }

  @Test
  void anAmountOfMoneyHasNoUnit() {
    assertThat(element("3922", "0299").unit()).isEmpty();
    assertThat(element("10", "ABC").unit()).isEmpty();
  }

  @Test
  void anElementForALabelIsChecked() {
    assertThat(Element.of("10", "ABC")).isEqualTo(element("10", "ABC"));
    assertThat(Element.of("17", LocalDate.of(2026, 2, 3))).isEqualTo(element("17", "260203"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Element.of("01", "09521234543214"))
        .withMessage("(01) the check digit is wrong: 09521234543214");
    assertThatIllegalArgumentException().isThrownBy(() -> Element.of("05", "A"));
    assertThatIllegalArgumentException().isThrownBy(() -> Element.of("10", ""));
  }

  private static Element element(String code, String value) {
    return new Element(ApplicationIdentifiers.of(code), value);
  }
}
