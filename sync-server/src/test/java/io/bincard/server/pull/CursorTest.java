package io.bincard.server.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final UUID INCARNATION = UUID.fromString("9f3c12ab-0000-4000-8000-000000000000");
  private static final Cursor AT_REST = Cursor.at(INCARNATION, new Snapshot(20, List.of(10L, 14L)));

  @Test
  void atRestItIsShort() {
    assertThat(AT_REST).hasToString("9f3c12ab.20-6-10");
  }

  @Property
  void itIsReadAsItWasWritten(
      @ForAll @AlphaChars String kind, @ForAll @Size(max = 4) List<String> place) {
    List<String> storable = place.stream().map(CursorTest::storable).toList();
    Cursor sweeping =
        AT_REST.sweeping(new Cursor.Sweep(new Snapshot(30, List.of(25L)), kind, storable));

    assertThat(Cursor.parse(AT_REST.toString())).contains(AT_REST);
    assertThat(Cursor.parse(sweeping.toString())).contains(sweeping);
    assertThat(sweeping.toString()).matches("[A-Za-z0-9._-]*");
  }

  // PostgreSQL has no zero character, and no text has half a surrogate pair.
  private static String storable(String any) {
    return any.codePoints()
        .filter(c -> c != 0 && (c < 0xD800 || c > 0xDFFF))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void itKnowsItsIncarnation() {
    assertThat(AT_REST.isOf(INCARNATION)).isTrue();
    assertThat(AT_REST.isOf(UUID.fromString("9f3c12ac-0000-4000-8000-000000000000"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "9f3c12ab",
        "9f3c12ab.",
        "9f3c12ab.x",
        "9f3c12ab.20.30",
        "9f3c12ab.20.x.stock.QQ",
        "9f3c12ab.20.30.stock.%",
        "9f3c12ab.20.30.stock.AA"
      })
  void whatIsNoCursorIsNoCursor(String text) {
    assertThat(Cursor.parse(text)).isEmpty();
  }

  @Property
  void nothingThatIsSentBreaksIt(@ForAll String text) {
    assertThat(Cursor.parse(text)).isEmpty();
  }
}
