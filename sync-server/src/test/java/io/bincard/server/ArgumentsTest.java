package io.bincard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void optionsAndWordsAreTakenOneByOne() {
    Arguments arguments =
        new Arguments(List.of("items", "a.csv", "--embedded", "--data", "here", "--port", "80"));

    assertThat(arguments.flag("--embedded")).isTrue();
    assertThat(arguments.flag("--other")).isFalse();
    assertThat(arguments.value("--data")).contains("here");
    assertThat(arguments.number("--port", 0, 100)).contains(80);
    assertThat(arguments.word()).contains("items");
    assertThat(arguments.word()).contains("a.csv");
    assertThat(arguments.word()).isEmpty();
    arguments.end();
  }

  @Test
  void whatNobodyTookIsAMistake() {
    assertThatThrownBy(() -> new Arguments(List.of("--colour", "red")).end())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--colour");
    assertThatThrownBy(() -> new Arguments(List.of("now")).end())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("now");
  }

  @Test
  void anOptionWithoutItsValueAndAValueWithoutNeedAreMistakes() {
    assertThatThrownBy(() -> new Arguments(List.of("--data", "--embedded")).value("--data"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--data needs a value");
    assertThatThrownBy(() -> new Arguments(List.of("--embedded", "yes")).flag("--embedded"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("yes");
    assertThatThrownBy(() -> new Arguments(List.of("--port", "high")).number("--port", 0, 1))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("high");
  }
}
