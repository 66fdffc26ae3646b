package io.bincard.model.barcode.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationIdentifiersTest {

  /** First two digits of all identifiers of predefined length. Source: General Specifications. */
  private static final Set<String> PREDEFINED =
      Set.of(
          "00", "01", "02", "03", "04", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20",
          "31", "32", "33", "34", "35", "36", "41");

  @Test
  void theStandardHas541IdentifiersIn224Entries() {
    assertThat(DataFile.lines("application-identifiers.txt")).hasSize(224);
    assertThat(ApplicationIdentifiers.all())
        .hasSize(541)
        .extracting(ApplicationIdentifier::code)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[0-9]{2,4}"));
  }

  @Test
  void everyIdentifierIsFoundByItsCodeAndAtTheStartOfData() {
    assertThat(ApplicationIdentifiers.all())
        .allSatisfy(
            identifier -> {
              assertThat(ApplicationIdentifiers.of(identifier.code())).isSameAs(identifier);
              assertThat(ApplicationIdentifiers.startingAt("x" + identifier.code() + "1", 1))
                  .isSameAs(identifier);
            });
  }

  @Test
  void theLengthIsPredefinedForTheFirstDigitsThatTheStandardNames() {
    assertThat(ApplicationIdentifiers.all())
        .allSatisfy(
            identifier ->
                assertThat(identifier.predefinedLength())
                    .as(identifier.code())
                    .isEqualTo(PREDEFINED.contains(identifier.code().substring(0, 2))));
  }

  @Test
  void whateverAnIdentifierNeedsOrExcludesExists() {
    List<CodePattern> mentioned =
        ApplicationIdentifiers.all().stream()
            .map(ApplicationIdentifier::associations)
            .flatMap(
                associations ->
                    List.of(
                        associations.excludes(),
                        associations.needs().stream()
                            .flatMap(need -> need.groups().stream())
                            .flatMap(List::stream)
                            .toList())
                        .stream())
            .flatMap(List::stream)
            .toList();
    assertThat(mentioned)
        .hasSizeGreaterThan(1000)
        .allSatisfy(pattern -> assertThat(ApplicationIdentifiers.all()).anyMatch(pattern::matches));
  }

  @ParameterizedTest
  @CsvSource({
    "00, SSCC, 18, 18, true",
    "10, BATCH/LOT, 1, 20, false",
    "17, USE BY or EXPIRY, 6, 6, true",
    "253, GDTI, 13, 30, false",
    "3103, NET WEIGHT (kg), 6, 6, true",
    "8003, GRAI, 14, 30, false",
    "8008, PROD TIME, 8, 12, false",
    "99, INTERNAL, 1, 90, false"
  })
  void anIdentifierKnowsTitleAndLength(
      String code, String title, int shortest, int longest, boolean predefined) {
    ApplicationIdentifier identifier = ApplicationIdentifiers.of(code);
    assertThat(identifier.title()).isEqualTo(title);
    assertThat(identifier.shortest()).isEqualTo(shortest);
    assertThat(identifier.longest()).isEqualTo(longest);
    assertThat(identifier.predefinedLength()).isEqualTo(predefined);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1", "05", "23", "235x", "2350", "310", "3106", "12345", "x1"})
  void whatIsNoIdentifierIsRefused(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApplicationIdentifiers.of(code))
        .withMessageContaining(code);
  }

  @ParameterizedTest
  @CsvSource({
    "89, true, 1, 90", // no identifier starts like this
    "419, true, 13, 13", // all that start with 41 are three digits long and hold thirteen
    "3138, true, 6, 6",
    "3999, true, 1, 90",
    "011, false, 0, 0", // 01 is known, so that nothing longer can start like it
    "399, false, 0, 0",
    "8, false, 0, 0",
    "88888, false, 0, 0",
    "8x, false, 0, 0"
  })
  void anUnknownIdentifierIsMadeUpIfItsLengthFits(
      String code, boolean found, int shortest, int longest) {
    ApplicationIdentifier identifier = UnknownIdentifiers.ALLOWED.find(code);
    assertThat(identifier != null).isEqualTo(found);
    if (identifier != null) {
      assertThat(identifier.shortest()).isEqualTo(shortest);
      assertThat(identifier.longest()).isEqualTo(longest);
    }
    assertThat(UnknownIdentifiers.REFUSED.find(code)).isNull();
  }
}
