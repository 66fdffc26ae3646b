package io.bincard.handheld.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyLanguageHasATextForEachMessageAndNoOther(String language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "io.bincard.handheld.work.messages",
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));

    assertThat(bundle.getLocale()).isIn(Locale.ROOT, Locale.of(language));
    assertThat(bundle.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MessageKey.values()).map(MessageKey::text).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"de"})
  void everyLanguageNamesTheSameThings(String language) {
    Texts english = new Texts(Locale.ENGLISH);
    Texts other = new Texts(Locale.of(language));

    for (MessageKey key : MessageKey.values()) {
      assertThat(parameters(other.say(Message.of(key))))
          .as(key.text())
          .isEqualTo(parameters(english.say(Message.of(key))));
    }
  }

  @Test
  void aLanguageWithoutTextsIsEnglish() {
    assertThat(new Texts(Locale.of("fi")).say(Message.of(MessageKey.UNDONE))).isEqualTo("Undone.");
  }

  @Test
  void whatIsSpokenOfIsPutInAsItIs() {
    assertThat(
            new Texts(Locale.ENGLISH)
                .say(Message.of(MessageKey.NO_TOTE).with("scanned", "$1 \\ {tote}")))
        .isEqualTo("$1 \\ {tote} is no tote.");
  }

  private static String parameters(String text) {
    return String.join(
        " ",
        Arrays.stream(text.split("[^\\w{}]+", -1))
            .filter(w -> w.startsWith("{"))
            .sorted()
            .toList());
  }
}
