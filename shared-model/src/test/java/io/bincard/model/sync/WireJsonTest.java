package io.bincard.model.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireJsonTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"epoch": true}                             | epoch                    | Error parsing number
          {"epoch": 1.5}                              | epoch                    | Error parsing number
          {"epoch": null}                             | epoch                    | it is null
          {"epoch": 4294967297}                       | epoch                    | 4294967297 is out of range
          {"seq": 9223372036854775808}                | seq                      | Error parsing number
          {"id": "zz"}                                | id                       | Invalid UUID string: zz
          {"clocks": {"run": "r", "monotonic": "no"}} | clocks.monotonic         | Error parsing number
          {"clocks": 5}                               | clocks                   | Unexpected end
          {"id": 5}                                   | id                       | Expecting '"'
          {"user": {}}                                | user                     | Expecting '"'
          """)
  void theErrorNamesTheField(String json, String field, String reason) {
    assertThatThrownBy(() -> WireJson.read(LineHeader.class, json))
        .asInstanceOf(type(UnreadableException.class))
        .satisfies(
            unreadable -> {
              assertThat(unreadable.field()).isEqualTo(field);
              assertThat(unreadable).hasMessageStartingWith(field + ": " + reason);
            });
  }

  @Test
  void theErrorNamesTheElementOfAList() {
    String json =
        """
        {"rows": [{"row": "head", "device": "H-1", "epoch": 1},
                  {"row": "allocation", "order": "1", "stops": [{"line": 1, "quantity": "1,5"}]}]}
        """;

    assertThatThrownBy(() -> WireJson.read(PullPage.class, json))
        .hasMessageStartingWith("rows[1].stops[0].quantity: ");
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                  | ends before the object does
          `  `                | ends before the object does
          null                | ends before the object does
          {                   | ends before the object does
          {"user": "a         | ends within a string
          {"user": "\\"}      | ends within a string
          {"user": "a"}{}     | more text after the end
          {"user": "a"} x     | more text after the end
          {"user": "a"}}      | more text after the end
          []                  | Expecting '{'
          [{"user": "a"}]     | Expecting '{'
          """)
  void aTextThatIsNotOneObjectIsRefused(String json, String reason) {
    assertThatThrownBy(() -> WireJson.read(LineHeader.class, json))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aBottomlessTextIsRefused() {
    String json = "{\"body\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThatThrownBy(() -> WireJson.read(LineHeader.class, json))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("nested");
  }

  @Test
  void bracketsWithinStringsAndSpaceAroundTheObjectMeanNothing() throws UnreadableException {
    LineHeader read = WireJson.read(LineHeader.class, " {\"user\" : \"}]\\\"{[\"}\r\n");

    assertThat(read.user()).isEqualTo("}]\"{[");
  }
}
