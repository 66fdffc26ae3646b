package io.bincard.model.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.barcode.VariableMeasure.Kind;
import io.bincard.model.barcode.gs1.UnknownIdentifiers;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a scanner sends, parsing gives a value. */
class BarcodeParserProperties {

  private static final BarcodeSettings USUAL = BarcodeSettings.usual(2026);

  @Property
  void noDataMakesItThrow(
      @ForAll String data, @ForAll Symbology symbology, @ForAll("settings") BarcodeSettings site) {
    parsesToAValue(new Scan(data, symbology), site);
  }

  @Property(tries = 5000)
  void noPiecesOfRealDataMakeItThrow(
      @ForAll("pieces") List<String> pieces,
      @ForAll Symbology symbology,
      @ForAll("settings") BarcodeSettings site) {
    parsesToAValue(new Scan(String.join("", pieces), symbology), site);
  }

  private static void parsesToAValue(Scan scan, BarcodeSettings site) {
    Barcode barcode = BarcodeParser.parse(scan, site);
    assertThat(barcode.scan()).isSameAs(scan);
    assertThat(scan.data()).contains(barcode.text());
    // Each accessor works on whatever was read.
    assertThat(barcode.gtin()).isNotNull();
    assertThat(barcode.sscc()).isNotNull();
    assertThat(barcode.expiry()).isNotNull();
    assertThat(barcode.count()).isInstanceOf(OptionalInt.class);
    if (barcode instanceof UnreadableCode unreadable) {
      assertThat(unreadable.error().position()).isBetween(0, scan.data().length());
    }
    if (barcode instanceof Gs1ElementString label) {
      assertThat(label.elements()).isNotEmpty();
      assertThat(label.netKilograms()).isNotNull();
      assertThat(label.bestBefore()).isNotNull();
    }
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "]C1",
            "]e0",
            "]d2",
            "]Q1",
            "]Q3",
            "]E0",
            "]E4",
            "]E3",
            "]A0",
            "]",
            "\u0002",
            "\u001d",
            "^]",
            "|",
            "[1D]",
            "(",
            ")",
            "\\",
            "https://",
            "a",
            "/",
            "?",
            "=",
            "&",
            "%",
            "#",
            "01",
            "00",
            "02",
            "10",
            "17",
            "21",
            "37",
            "30",
            "3103",
            "7003",
            "8110",
            "8112",
            "8007",
            "8013",
            "09521234543213",
            "106141412345678908",
            "4006381333931",
            "96385074",
            "01234505",
            "261231",
            "2612312359",
            "001750",
            "ABC",
            "LOT-7",
            "0",
            "9",
            "1234",
            "\r",
            "\n",
            "\t",
            "é",
            "\0")
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<BarcodeSettings> settings() {
    return Arbitraries.of(
        USUAL,
        USUAL.withIdentifierRequired(true),
        USUAL.withPartnersRequired(false).withUnknown(UnknownIdentifiers.ALLOWED),
        USUAL
            .withPrefixes(List.of("01", "]"))
            .withSeparators(List.of("A", "0"))
            .withMeasures(List.of(new VariableMeasurePattern("40IIIIIAAAAAC", Kind.COUNT, 0))));
  }
}
