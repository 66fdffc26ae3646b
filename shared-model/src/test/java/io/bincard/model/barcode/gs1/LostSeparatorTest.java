package io.bincard.model.barcode.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LostSeparatorTest {

  @ParameterizedTest
  @CsvSource({
    "(01)09521234543213(21)A/B10X, (01)09521234543213(21)A/B(10)X",
    "(01)09521234543213(10)ABC12317261231, (01)09521234543213(10)ABC123(17)261231",
    "(01)09521234543213(10)5517261231, (01)09521234543213(10)55(17)261231",
    "(01)09521234543213(10)L13103001750, (01)09521234543213(10)L1(3103)001750",
    "(01)09521234543213(17)261231(10)A21B, (01)09521234543213(17)261231(10)A(21)B"
  })
  void twoReadingsAreBothShown(String oneReading, String otherReading) {
    assertThat(LostSeparator.find(((Elements) read(oneReading)).list()))
        .map(lost -> BracketedText.write(lost.otherReading()))
        .contains(otherReading);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(01)09521234543213", // nothing can hide in a predefined length
        "(01)09521234543213(10)LOT-7",
        "(01)09521234543213(10)ABC17261331", // there is no month 13
        "(01)09521234543213(10)2251034", // 10 inside of a number
        "(01)09521234543213(17)261231(10)AB17270101", // the expiry is known already
        "(01)09521234543213(10)10X", // a lot may start with 10, but would be empty before it
        "(01)09521234543213(10)A110", // nothing stands behind the 10
        "(10)ABC12317", // too short for what might start here
        "(10)X21A" // a serial number needs an item
      })
  void noOtherReadingIsMadeUp(String oneReading) {
    assertThat(LostSeparator.find(((Elements) read(oneReading)).list())).isEmpty();
  }

  private static ElementsOrError read(String text) {
    return BracketedText.read(text, UnknownIdentifiers.REFUSED);
  }
}
