package io.bincard.model.barcode.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One row or two for each rule that an identifier of the standard has; more stand in the vectors.
 */
class ContentRulesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "(01)09521234543213",
        "(00)106141412345678908",
        "(7241)10", // media type
        "(7241)80",
        "(3910)97812", // currency
        "(423)528056", // countries, up to five
        "(4307)NL",
        "(7030)999ABC",
        "(8007)GB82WEST12345698765432", // IBAN
        "(8013)1987654Ad4X4bL5ttr2310c2K",
        "(8008)2612312359",
        "(8008)261231235959",
        "(7258)1/3",
        "(7258)3/3",
        "(8006)095212345432130103",
        "(8006)095212345432130303",
        "(4309)18000000003600000000",
        "(4300)ABC%20DEF",
        "(4330)000100-",
        "(4330)000100",
        "(7040)1AB_",
        "(7041)9",
        "(7041)APE",
        "(8001)12341234512319",
        "(8003)09521234543213",
        "(8011)123",
        "(7252)9",
        "(8110)012345612345611110123", // what a coupon has at least
        "(8110)0123456123456111101231011012392110123932612315012345661123456790000", // almost all
        // fields
        "(8110)01234561234561111012332612314260101", // dates
        "(8112)001234561234560123456",
        "(8030)abc_=="
      })
  void aRightValueIsRead(String text) {
    assertThat(BracketedText.read(text, UnknownIdentifiers.REFUSED)).isInstanceOf(Elements.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "(01)09521234543214, CHECK_DIGIT, 17",
        "(01)0952123454321A, WRONG_CHARACTER, 17",
        "(00)1a6141412345678908, WRONG_CHARACTER, 5",
        "(10)AB#C, WRONG_CHARACTER, 6",
        "(8010)9521abc, WRONG_CHARACTER, 10",
        "(7241)11, CODE_LIST, 6",
        "(3910)98712, CODE_LIST, 6",
        "(423)528987, CODE_LIST, 8",
        "(4307)AA, CODE_LIST, 6",
        "(7030)998ABC, CODE_LIST, 6",
        "(7041)ZZZ, CODE_LIST, 6",
        "(8007)GB83WEST12345698765432, CHECK_CHARACTERS, 8",
        "(8007)AA82WEST12345698765432, CODE_LIST, 6",
        "(8007)GB82WEST1234569876543a, WRONG_CHARACTER, 27",
        "(8007)GB82WEST12, WRONG_LENGTH, 6",
        "(8013)1987654Ad4X4bL5ttr2310c2L, CHECK_CHARACTERS, 29",
        "(8013)1, WRONG_LENGTH, 6",
        "(8014)100096, VALUE, 6",
        "(17)261301, DATE, 6",
        "(17)260230, DATE, 8",
        "(7006)260200, DATE, 10",
        "(8008)26123124, TIME, 12",
        "(8008)2612312360, TIME, 14",
        "(8008)261231235960, TIME, 16",
        "(7258)4/3, VALUE, 6",
        "(7258)0/3, VALUE, 6",
        "(7258)123, VALUE, 6",
        "(8006)095212345432130003, VALUE, 20",
        "(8006)095212345432130100, VALUE, 22",
        "(8006)095212345432130403, VALUE, 20",
        "(4309)18000000013600000000, VALUE, 6",
        "(4309)18000000003600000001, VALUE, 16",
        "(4300)ABC%2, VALUE, 9",
        "(4300)%zz, VALUE, 6",
        "(4330)000100+, VALUE, 12",
        "(7040)1AB/, VALUE, 9",
        "(8001)00001234512319, VALUE, 6",
        "(8001)12341234512329, VALUE, 18",
        "(8003)19521234543213, VALUE, 6",
        "(8011)0123, VALUE, 6",
        "(7252)3, VALUE, 6",
        "(4321)2, VALUE, 6",
        "(8030)abc=, WRONG_LENGTH, 9",
        "(401)123, COMPANY_PREFIX, 5",
        "(401)12A4, COMPANY_PREFIX, 7",
        "(8110)0123, COUPON, 7",
        "(8110)01234561234561111012332612314270101, COUPON, 35", // starts after its end
        "(8110)01234561234560110123, COUPON, 19",
        "(8112)2, COUPON, 6"
      })
  void aWrongValueIsRefusedWhereItIsWrong(String text, ReadErrorCode code, int position) {
    assertThat(BracketedText.read(text, UnknownIdentifiers.REFUSED))
        .isInstanceOfSatisfying(
            ReadError.class,
            error -> {
              assertThat(error.code()).as(error.message()).isEqualTo(code);
              assertThat(error.position()).as(error.message()).isEqualTo(position);
              assertThat(error.message()).startsWith(text.substring(0, text.indexOf(')') + 1));
            });
  }
}
