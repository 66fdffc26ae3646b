package io.bincard.model.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.bincard.model.barcode.gs1.BracketedText;
import io.bincard.model.barcode.gs1.Gtin;
import io.bincard.model.barcode.gs1.ReadErrorCode;
import io.bincard.model.barcode.gs1.Sscc;
import io.bincard.model.barcode.gs1.UnknownIdentifiers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodeParserTest {

  private static final BarcodeSettings SETTINGS = BarcodeSettings.usual(2026);
  private static final Gtin GTIN = new Gtin("09521234543213");

  @Test
  void aLabelTellsItemLotAndExpiry() {
    Barcode label = parse("]C1010952123454321310ABC123\u001d17261200");
    assertThat(label.gtin()).contains(GTIN);
    assertThat(label.lot()).contains("ABC123");
    assertThat(label.expiry()).contains(LocalDate.of(2026, 12, 31));
    assertThat(label.serial()).isEmpty();
    assertThat(label.sscc()).isEmpty();
    assertThat(label.count()).isEmpty();
    assertThat(label.text()).isEqualTo("010952123454321310ABC123\u001d17261200");
    assertThat(label.scan().data()).startsWith("]C1");
  }

  @Test
  void aLabelTellsSerialWeightAndBestBefore() {
    Gs1ElementString label = (Gs1ElementString) parse("]d20109521234543213310300175015270131217");
    assertThat(label.serial()).contains("7");
    assertThat(label.netKilograms()).contains(new BigDecimal("1.750"));
    assertThat(label.bestBefore()).contains(LocalDate.of(2027, 1, 31));
    assertThat(label.expiry()).isEmpty();
    assertThat(label.find("3103")).contains("001750");
    assertThat(label.bracketed()).isEqualTo("(01)09521234543213(3103)001750(15)270131(21)7");
  }

  @Test
  void aPalletTellsItsNumberAndWhatIsInside() {
    Gs1ElementString pallet =
        (Gs1ElementString) parse("]C100106141412345678908020952123454321337012");
    assertThat(pallet.sscc()).contains(new Sscc("106141412345678908"));
    assertThat(pallet.gtin()).isEmpty();
    assertThat(pallet.contentGtin()).contains(GTIN);
    assertThat(pallet.count()).hasValue(12);
  }

  @ParameterizedTest
  @CsvSource({
    "]C1, true",
    "]e0, true",
    "]d2, true",
    "]Q3, true",
    "]J1, true",
    "]C0, false",
    "]A0, false",
    "]I1, false",
    "]d1, false",
    "]Q1, false",
    "]J0, false",
    "]X0, false"
  })
  void theSymbologyIdentifierTellsWhetherElementsFollow(String identifier, boolean elements) {
    Barcode barcode = parse(identifier + "010952123454321310ABC");
    assertThat(barcode).isInstanceOf(elements ? Gs1ElementString.class : PlainCode.class);
    assertThat(barcode.text()).isEqualTo("010952123454321310ABC");
  }

  @ParameterizedTest
  @CsvSource({
    "GS1_128, true",
    "GS1_DATA_MATRIX, true",
    "CODE_128, false",
    "QR_CODE, false",
    "OTHER, false"
  })
  void aScannerThatTellsTheSymbologyNeedsNoIdentifier(Symbology symbology, boolean elements) {
    Scan scan = new Scan("010952123454321310ABC", symbology);
    assertThat(BarcodeParser.parse(scan, SETTINGS.withIdentifierRequired(true)))
        .isInstanceOf(elements ? Gs1ElementString.class : PlainCode.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r", "\n", "\r\n", "\t", "\u0003", "\r\n\t"})
  void lineEndsAndTabsAreTakenOff(String end) {
    assertThat(parse("]C0A-01-02" + end).text()).isEqualTo("A-01-02");
    assertThat(parse("]C1010952123454321310ABC" + end).lot()).contains("ABC");
  }

  @Test
  void startOfTextAndOwnPrefixesAreTakenOff() {
    BarcodeSettings settings = SETTINGS.withPrefixes(List.of("\u0002", "SCAN:"));
    assertThat(parse("\u0002]C0A-01", SETTINGS).text()).isEqualTo("A-01");
    assertThat(parse("SCAN:\u0002]C0A-01\r", settings).text()).isEqualTo("A-01");
    assertThat(parse("SCAN:A-01", SETTINGS).text()).isEqualTo("SCAN:A-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001d", "^]", "|", "[1D]", "{GS}", "\u00e8", "\u241d"})
  void whateverStandsForTheSeparatorSeparates(String separator) {
    Barcode label = parse("]C1010952123454321310ABC" + separator + "21A");
    assertThat(label.lot()).contains("ABC");
    assertThat(label.serial()).contains("A");
  }

  @Test
  void aSeparatorOfOnesOwnSeparates() {
    BarcodeSettings settings = SETTINGS.withSeparators(List.of("#", "#]"));
    assertThat(parse("]C1010952123454321310ABC#21A", settings).lot()).contains("ABC");
    assertThat(parse("]C1010952123454321310ABC#]21A", settings).serial()).contains("A");
    assertThat(parse("]C1010952123454321310ABC|21A", settings)).isInstanceOf(UnreadableCode.class);
  }

  @Test
  void aPlainCodeKeepsWhatElsewhereIsASeparator() {
    assertThat(parse("]C0A|B^]C").text()).isEqualTo("A|B^]C");
    assertThat(parse("A|B^]C").text()).isEqualTo("A|B^]C");
  }

  @ParameterizedTest
  @CsvSource({
    "010952123454321310ABC, (01)09521234543213(10)ABC",
    "0109521234543213, (01)09521234543213",
    "00106141412345678908, (00)106141412345678908",
    "(01)09521234543213(10)ABC, (01)09521234543213(10)ABC",
    "https://a/01/09521234543213, (01)09521234543213",
    "]Q1HTTPS://a/01/09521234543213/10/ABC, (01)09521234543213(10)ABC",
    "]d1https://a/01/09521234543213?17=261231, (01)09521234543213(17)261231"
  })
  void elementsAreKnownWithoutSeparators(String data, String elements) {
    assertThat(parse(data))
        .isInstanceOfSatisfying(
            Gs1ElementString.class, label -> assertThat(label.bracketed()).isEqualTo(elements));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A-01-02",
        "12345",
        "0109521234543214", // the check digit is wrong: not a GTIN
        "0109521234543213XYZ", // no element follows
        "00106141412345678909",
        "(blue) tote",
        "[)>\u001e06\u001dPABC\u001dQ12\u001e\u0004", // of another standard
        "HtTps://a/01/09521234543213", // neither small nor capital letters
        "]",
        "]C",
        "]ZZ"
      })
  void whatIsNotGs1IsPlain(String data) {
    assertThat(parse(data)).isEqualTo(new PlainCode(Scan.of(data), data));
  }

  @Test
  void aPlainCodeOfTheRightDigitsMayBeATradeItem() {
    assertThat(parse("]I109521234543213").gtin()).contains(GTIN);
    assertThat(parse("96385074").gtin()).contains(new Gtin("00000096385074"));
    assertThat(parse("]C0A-01").gtin()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "]C1, NO_DATA, 3",
    "]C101095212345432131, UNKNOWN_IDENTIFIER, 19",
    "]C10109521234543214, CHECK_DIGIT, 18",
    "]C1010952123454321310AB|21A§, WRONG_CHARACTER, 27",
    "]C1010952123454321310AB[1D]21A§, WRONG_CHARACTER, 30", // in the data, not in what was made of
    // it
    "]C110ABC, PARTNER_MISSING, 3",
    "]C101095212345432133712, NOT_TOGETHER, 3",
    "(01)09521234543214, CHECK_DIGIT, 17",
    "https://a/b, LINK, 9",
    "]Q1https://a/b, LINK, 12",
    "]E0400638133393, WRONG_LENGTH, 15",
    "]E0400638133393a, WRONG_CHARACTER, 15",
    "]E04006381333932, CHECK_DIGIT, 15",
    "'', NO_DATA, 0"
  })
  void whatClaimsToBeGs1AndIsNotIsTold(String data, ReadErrorCode code, int position) {
    assertThat(parse(data))
        .isInstanceOfSatisfying(
            UnreadableCode.class,
            unreadable -> {
              assertThat(unreadable.error().code()).isEqualTo(code);
              assertThat(unreadable.error().position()).isEqualTo(position);
            });
  }

  @Test
  void aLabelSpreadOverTwoBarcodesIsReadIfTheSiteSaysSo() {
    Barcode lotAlone = parse("]C110ABC", SETTINGS.withPartnersRequired(false));
    assertThat(lotAlone.lot()).contains("ABC");
  }

  @Test
  void anIdentifierOfTomorrowIsReadIfTheSiteSaysSo() {
    BarcodeSettings settings = SETTINGS.withUnknown(UnknownIdentifiers.ALLOWED);
    assertThat(parse("]C101095212345432133999X", settings)).isInstanceOf(Gs1ElementString.class);
    assertThat(parse("]C101095212345432133999X")).isInstanceOf(UnreadableCode.class);
  }

  @Test
  void aMissingIdentifierIsRefusedIfTheSiteSaysSo() {
    assertThat(parse("A-01", SETTINGS.withIdentifierRequired(true)))
        .isInstanceOfSatisfying(
            UnreadableCode.class,
            code -> assertThat(code.error().code()).isEqualTo(ReadErrorCode.NO_SYMBOLOGY));
  }

  @Test
  void aProbablyLostSeparatorIsFlagged() {
    Gs1ElementString label = (Gs1ElementString) parse("]C1010952123454321321A/B10X");
    assertThat(label.serial()).contains("A/B10X");
    assertThat(label.lostSeparator())
        .map(lost -> BracketedText.write(lost.otherReading()))
        .contains("(01)09521234543213(21)A/B(10)X");
  }

  @Test
  void aScannerThatSendsOneSeparatorHasLostNone() {
    Gs1ElementString label = (Gs1ElementString) parse("]C1010952123454321321A/B10X\u001d");
    assertThat(label.lostSeparator()).isEmpty();
  }

  @Test
  void emptySeparatorsAndPrefixesAreNoSettings() {
    assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withSeparators(List.of("")));
    assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withPrefixes(List.of("")));
  }

  private static Barcode parse(String data) {
    return parse(data, SETTINGS);
  }

  private static Barcode parse(String data, BarcodeSettings settings) {
    return BarcodeParser.parse(Scan.of(data), settings);
  }
}
