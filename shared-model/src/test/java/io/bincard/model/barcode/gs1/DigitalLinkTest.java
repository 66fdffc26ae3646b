package io.bincard.model.barcode.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitalLinkTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://id.gs1.org/01/09521234543213|(01)09521234543213",
        "HTTP://A.EXAMPLE/x/01/09521234543213/22/2A/10/B/21/C|(01)09521234543213(22)2A(10)B(21)C",
        "https://a/01/09521234543213/10/A%2FB?17=261231&x=y&z|(01)09521234543213(10)A/B(17)261231",
        "https://a/01/09521234543213/10/A+B#part|(01)09521234543213(10)A+B",
        "https://a/00/106141412345678908?02=09521234543213&37=25|"
            + "(00)106141412345678908(02)09521234543213(37)25",
        "https://a/414/9520000000004/254/32a%2fb|(414)9520000000004(254)32a/b",
        "https://a/01/09521234543213?99=100%25&&|(01)09521234543213(99)100%",
        "https://a/01/09521234543213?99=50%|(01)09521234543213(99)50%"
      })
  void theElementsAreReadFromPathAndQuery(String link, String elements) {
    assertThat(read(link))
        .isInstanceOfSatisfying(
            Elements.class,
            read -> assertThat(BracketedText.write(read.list())).isEqualTo(elements));
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://a/01/09521234543213, LINK, 0",
    "https:///01/09521234543213, LINK, 8",
    "https://a, LINK, 8",
    "https://a/b/c, LINK, 9",
    "https://a$/01/09521234543213, LINK, 9",
    "https://a/01/09521234543213<, LINK, 27",
    "https://a/01/09521234543214, CHECK_DIGIT, 26",
    "https://a/01/9521234543213, TOO_SHORT, 26",
    "https://a/01/09521234543213/10/, TOO_SHORT, 31",
    "https://a/01/09521234543213/21/A/10/B, LINK, 0", // the order is 22, 10, 21
    "https://a/01/09521234543213/99/A, LINK, 0",
    "https://a/01/09521234543213?10=A, LINK, 0", // belongs into the path
    "https://a/01/09521234543213?99=A&99=A, LINK, 0",
    "https://a/01/09521234543213?8020=A, LINK, 0", // may not stand in a query
    "https://a/01/09521234543213?1234=A, UNKNOWN_IDENTIFIER, 28",
    "https://a/01/09521234543213?99=A+B, WRONG_CHARACTER, 32", // "+" is a space here
    "https://a/01/09521234543213?99=%00, WRONG_CHARACTER, 31"
  })
  void whatIsNoDigitalLinkIsRefused(String link, ReadErrorCode code, int position) {
    assertThat(read(link))
        .isInstanceOfSatisfying(
            ReadError.class,
            error -> {
              assertThat(error.code()).as(error.message()).isEqualTo(code);
              assertThat(error.position()).as(error.message()).isEqualTo(position);
            });
  }

  @Test
  void anIdentifierOfTomorrowMayNotStandInTheQuery() {
    assertThat(DigitalLink.read("https://a/01/09521234543213?89=A", UnknownIdentifiers.ALLOWED))
        .isInstanceOf(ReadError.class);
  }

  @Test
  void moreThanSixtyFourElementsAreRefused() {
    StringBuilder link = new StringBuilder("https://a/01/09521234543213?");
    for (int element = 0; element < 64; element++) {
      link.append("99=A&");
    }
    assertThat(read(link.toString()))
        .isInstanceOfSatisfying(
            ReadError.class,
            error -> assertThat(error.code()).isEqualTo(ReadErrorCode.TOO_MANY_ELEMENTS));
  }

  private static ElementsOrError read(String link) {
    return DigitalLink.read(link, UnknownIdentifiers.REFUSED);
  }
}
