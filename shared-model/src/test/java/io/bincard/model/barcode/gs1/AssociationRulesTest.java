package io.bincard.model.barcode.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssociationRulesTest {

  @ParameterizedTest
  @CsvSource({
    "(01)09521234543213(02)09521234543213, NOT_TOGETHER",
    "(01)09521234543213(37)12, NOT_TOGETHER",
    "(3103)001750(3102)000175, NOT_TOGETHER", // one weight is enough
    "(01)09521234543213(10)A(10)B, CONTRADICTION",
    "(253)9521234543213(8030)ABC, SERIAL_MISSING",
    "(01)09521234543213(10)A(10)A, ",
    "(253)9521234543213X(8030)ABC, ",
    "(01)09521234543213(3103)001750, "
  })
  void elementsThatMayNotStandTogetherAreFound(String text, ReadErrorCode expected) {
    assertThat(AssociationRules.conflicts(elements(text)).map(ReadError::code).orElse(null))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "(10)ABC, false",
    "(10)ABC(01)09521234543213, true",
    "(02)09521234543213(37)12, false", // of which pallet?
    "(00)106141412345678908(02)09521234543213(37)12, true",
    "(01)09521234543213(3922)0299, false", // a price for what amount?
    "(01)09521234543213(3922)0299(3103)001750, true",
    "(01)09521234543213(8030)ABC, false",
    "(01)09521234543213(21)7(8030)ABC, true",
    "(99)ABC, true"
  })
  void elementsThatNeedAnotherOneSaySo(String text, boolean complete) {
    assertThat(AssociationRules.needs(elements(text)).isEmpty()).isEqualTo(complete);
    AssociationRules.needs(elements(text))
        .ifPresent(error -> assertThat(error.message()).contains("needs one of"));
  }

  private static List<Element> elements(String text) {
    return ((Elements) BracketedText.read(text, UnknownIdentifiers.REFUSED)).list();
  }
}
