package io.bincard.model.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.bincard.model.barcode.VariableMeasure.Kind;
import io.bincard.model.barcode.gs1.Gtin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetailCodeTest {

  private static final BarcodeSettings SETTINGS = BarcodeSettings.usual(2026);

  @ParameterizedTest
  @CsvSource({
    "]E04006381333931, UNKNOWN, 04006381333931",
    "]E496385074, UNKNOWN, 00000096385074",
    "]E3400638133393112, UNKNOWN, 04006381333931", // two digits of an add-on
    "4006381333931, UNKNOWN, 04006381333931",
    "036000291452, UNKNOWN, 00036000291452",
    "4006381333931, EAN_13, 04006381333931",
    "400638133393152495, EAN_13_ADD_ON, 04006381333931",
    "96385074, EAN_8, 00000096385074",
    "036000291452, UPC_A, 00036000291452",
    "01234505, UPC_E, 00012000003455",
    "01278907, UPC_E, 00012000007897",
    "0123450, UPC_E, 00012000003455", // without its check digit
    "123450, UPC_E, 00012000003455", // without number system too
    "123453, UPC_E, 00012300000451",
    "123454, UPC_E, 00012340000053",
    "123455, UPC_E, 00012345000058"
  })
  void theCodeOfTheCheckoutIsATradeItem(String data, Symbology symbology, String gtin) {
    Barcode barcode = BarcodeParser.parse(new Scan(data, symbology), SETTINGS);
    assertThat(barcode)
        .isInstanceOfSatisfying(
            RetailCode.class, code -> assertThat(code.code()).isEqualTo(new Gtin(gtin)));
    assertThat(barcode.gtin()).contains(new Gtin(gtin));
    assertThat(barcode.lot()).isEmpty();
    assertThat(barcode.count()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400638133393, EAN_13",
    "036000291453, UPC_A",
    "01234506, UPC_E",
    "12345, UPC_E",
    "4006381333931123, EAN_13_ADD_ON",
    "abc, EAN_8"
  })
  void aWrongCodeIsUnreadable(String data, Symbology symbology) {
    assertThat(BarcodeParser.parse(new Scan(data, symbology), SETTINGS))
        .isInstanceOf(UnreadableCode.class);
  }

  @Test
  void theUpperPartOfACompositeBarcodeTellsTheRest() {
    BarcodeSettings settings = SETTINGS.withPartnersRequired(false);
    Barcode composite =
        BarcodeParser.parse(Scan.of("]E04006381333931|]e010ABC\u001d17261231217"), settings);
    assertThat(composite.gtin()).contains(new Gtin("04006381333931"));
    assertThat(composite.text()).isEqualTo("4006381333931");
    assertThat(composite.lot()).contains("ABC");
    assertThat(composite.expiry()).contains(LocalDate.of(2026, 12, 31));
    assertThat(composite.serial()).contains("7");
  }

  @Test
  void theUpperPartHasToBeRightToo() {
    assertThat(BarcodeParser.parse(Scan.of("]E04006381333931|]e099#"), SETTINGS))
        .isInstanceOfSatisfying(
            UnreadableCode.class,
            unreadable -> assertThat(unreadable.error().position()).isEqualTo(22));
  }

  @ParameterizedTest
  @CsvSource({
    "21IIIIIAAAAAC, WEIGHT, 3, 2112345017501, 2112345000008, 1.750",
    "22IIIIIAAAAAC, PRICE, 2, 2212345002993, 2212345000005, 2.99",
    "23IIIIIVAAAAC, PRICE, 2, 2312345702999, 2312345000002, 2.99", // V is no part of the item
    "23IIIIIAAAAVC, PRICE, 2, 2312345029973, 2312345000002, 2.99",
    "0200IIIIIAAAC, COUNT, 0, 0200123450120, 0200123450007, 12",
    "2800000AAAAAC, WEIGHT, 0, 2800000001759, 2800000000004, 175"
  })
  void aSiteTellsWhereTheAmountStands(
      String pattern, Kind kind, int decimals, String data, String item, BigDecimal amount) {
    BarcodeSettings settings =
        SETTINGS.withMeasures(
            List.of(
                new VariableMeasurePattern("2900000AAAAAC", Kind.COUNT, 0),
                new VariableMeasurePattern(pattern, kind, decimals)));
    Gtin itemKey = Gtin.of(item).orElseThrow();
    Barcode barcode = BarcodeParser.parse(Scan.of("]E0" + data), settings);
    assertThat(barcode.gtin()).contains(itemKey);
    assertThat(((RetailCode) barcode).measure())
        .contains(new VariableMeasure(itemKey, kind, amount));
    assertThat(((RetailCode) barcode).code()).isEqualTo(Gtin.of(data).orElseThrow());
  }

  @Test
  void aCodeOfNoPatternHasNoAmount() {
    BarcodeSettings settings =
        SETTINGS.withMeasures(List.of(new VariableMeasurePattern("21IIIIIAAAAAC", Kind.WEIGHT, 3)));
    RetailCode code = (RetailCode) BarcodeParser.parse(Scan.of("]E04006381333931"), settings);
    assertThat(code.measure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "21IIIIIAAAAA",
        "21IIIIIAAAAAAC",
        "IIIIIIIAAAAAC",
        "21IIIIIIIIIIC",
        "2xIIIIIAAAAAC"
      })
  void aPatternHasThirteenSignsAndAnAmount(String digits) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VariableMeasurePattern(digits, Kind.WEIGHT, 3))
        .withMessageContaining("21IIIIIAAAAAC");
  }

  @Test
  void decimalsAreNoneToSix() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VariableMeasurePattern("21IIIIIAAAAAC", Kind.WEIGHT, 7));
  }
}
