package io.bincard.model.barcode.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementStringTest {

  @ParameterizedTest
  @CsvSource({
    "010952123454321310ABC^17261231, (01)09521234543213(10)ABC(17)261231",
    "^010952123454321310ABC^17261231^, (01)09521234543213(10)ABC(17)261231",
    "0109521234543213^10ABC^^17261231, (01)09521234543213(10)ABC(17)261231",
    "8003009521234543213, ", // the check digit belongs elsewhere
    "3103001750^21A(B, (3103)001750(21)A\\(B"
  })
  void separatorsEndValuesAndAreOtherwisePassedOver(String text, String elements) {
    ElementsOrError result = read(text);
    if (elements == null) {
      assertThat(result).isInstanceOf(ReadError.class);
    } else {
      assertThat(BracketedText.write(((Elements) result).list())).isEqualTo(elements);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', NO_DATA, 0",
    "^^, NO_DATA, 2",
    "05123, UNKNOWN_IDENTIFIER, 0",
    "0109521234543213ABC, UNKNOWN_IDENTIFIER, 16",
    "0109521234543213^2, UNKNOWN_IDENTIFIER, 17",
    "10^21A, EMPTY_VALUE, 2",
    "01095212345, WRONG_LENGTH, 11",
    "10ABCDEFGHIJKLMNOPQRSTU, TOO_LONG, 22"
  })
  void whatCannotBeReadIsToldWithItsPlace(String text, ReadErrorCode code, int position) {
    assertThat(read(text))
        .isInstanceOfSatisfying(
            ReadError.class,
            error -> {
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.position()).isEqualTo(position);
            });
  }

  @Test
  void separatorsAreWrittenOnlyWhereTheyAreNeeded() {
    Elements elements = (Elements) bracketed("(01)09521234543213(10)ABC(17)261231(21)7");
    assertThat(ElementString.write(elements.list()))
        .isEqualTo("010952123454321310ABC\u001d17261231217");
  }

  @Test
  void moreThanSixtyFourElementsAreRefused() {
    assertThat(read("99A^".repeat(64))).isInstanceOf(Elements.class);
    assertThat(read("99A^".repeat(65)))
        .isInstanceOfSatisfying(
            ReadError.class,
            error -> assertThat(error.code()).isEqualTo(ReadErrorCode.TOO_MANY_ELEMENTS));
    assertThat(bracketed("(99)A".repeat(64))).isInstanceOf(Elements.class);
    assertThat(bracketed("(99)A".repeat(65))).isInstanceOf(ReadError.class);
  }

  @Test
  void anIdentifierOfTomorrowIsReadIfItsLengthIsKnown() {
    String text = "3999X^4190123456789012" + "99Y";
    assertThat(read(text)).isInstanceOf(ReadError.class);
    assertThat(
            ElementString.read(
                text.replace('^', ElementString.SEPARATOR), UnknownIdentifiers.ALLOWED))
        .isInstanceOfSatisfying(
            Elements.class,
            elements ->
                assertThat(BracketedText.write(elements.list()))
                    .isEqualTo("(3999)X(419)0123456789012(99)Y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"01)123", "(01", "(01)", "x", "(1)A", "()A", "(10)A(11)", "(10)", "(10)A^"})
  void bracketsThatDoNotFitAreRefused(String text) {
    assertThat(bracketed(text)).isInstanceOf(ReadError.class);
  }

  @Test
  void nothingBetweenBracketsIsNoData() {
    assertThat(bracketed(""))
        .isInstanceOfSatisfying(
            ReadError.class, error -> assertThat(error.code()).isEqualTo(ReadErrorCode.NO_DATA));
  }

  private static ElementsOrError read(String text) {
    return ElementString.read(
        text.replace('^', ElementString.SEPARATOR), UnknownIdentifiers.REFUSED);
  }

  private static ElementsOrError bracketed(String text) {
    return BracketedText.read(text, UnknownIdentifiers.REFUSED);
  }
}
