package io.bincard.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTest {
  private static final List<Column> COLUMNS =
      List.of(Column.required("item"), Column.required("name"), Column.optional("cost"));

  @Test
  void columnsComeInAnyOrderAndCase() throws Exception {
    Sheet sheet = read("Name,COST, item \nLamp,3.5,L-1\n");

    assertThat(sheet.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.code("item")).isEqualTo("L-1");
              assertThat(row.text("name")).isEqualTo("Lamp");
              assertThat(row.cost("cost")).isEqualTo("3.5");
            });
  }

  @Test
  void aByteOrderMarkAndCarriageReturnsAreNoPartOfTheValues() throws Exception {
    Sheet sheet = read("\uFEFFitem,name\r\nL-1,Lamp\r\n");

    assertThat(sheet.rows()).extracting(row -> row.text("name")).containsExactly("Lamp");
  }

  @Test
  void quotedFieldsMayHoldCommasQuotesAndLineBreaks() throws Exception {
    Sheet sheet = read("item,name\nL-1,\"Lamp, 12\"\" high\nred\"\nL-2,Lid\n");

    assertThat(sheet.rows())
        .extracting(row -> row.text("name"))
        .containsExactly("Lamp, 12\" high red", "Lid");
    assertThat(sheet.rows()).extracting(SheetRow::line).containsExactly(2, 4);
  }

  @Test
  void linesWithoutAValueArePassedOver() throws Exception {
    Sheet sheet = read("item,name\n\nL-1,Lamp\n,\n   ,\t\n");

    assertThat(sheet.rows()).extracting(SheetRow::line).containsExactly(3);
  }

  @Test
  void umlautsAndOtherScriptsStayAsTheyAre() throws Exception {
    assertThat(read("item,name\nL-1,Bügel 東京 £\n").rows())
        .extracting(row -> row.text("name"))
        .containsExactly("Bügel 東京 £");
  }

  @Test
  void aRowWithTooFewOrTooManyFieldsIsToldSo() throws Exception {
    Sheet sheet = read("item,name\nL-1\nL-2,Lamp,3\n");

    assertThat(sheet.rows())
        .flatExtracting(SheetRow::findings)
        .extracting(Finding::line)
        .containsExactly(2, 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "item,name,colour     | 1 | colour | no such column",
        "item                 | 1 | name   | missing",
        "item,name,item       | 1 | item   | twice",
        "item;name            | 1 | item;name | save the file with commas",
        "''                   | 1 | ''     | empty",
      })
  void whatIsWrongWithAFileIsNamed(String text, int line, String field, String message) {
    assertThatThrownBy(() -> read(text.replace('~', '\n')))
        .asInstanceOf(type(UnreadableSheetException.class))
        .extracting(unreadable -> unreadable.findings().get(0))
        .satisfies(
            finding -> {
              assertThat(finding.line()).isEqualTo(line);
              assertThat(finding.field()).isEqualTo(field);
              assertThat(finding.message()).contains(message);
            });
  }

  @Test
  void aQuoteThatIsNeverClosedIsNamedWithTheLineItIsOn() {
    assertThat(findings("item,name\nL-1,Lamp\nL-2,\"Lid\nL-3,Lock\n"))
        .extracting(Finding::line)
        .containsExactly(3);
  }

  @Test
  void textBehindAClosingQuoteIsNamedWithTheLineItIsOn() {
    assertThat(findings("item,name\nL-1,Lamp\nL-2,\"Lid\"ded\n"))
        .extracting(Finding::line)
        .containsExactly(3);
  }

  private static List<Finding> findings(String text) {
    try {
      read(text);
      return List.of();
    } catch (UnreadableSheetException unreadable) {
      return unreadable.findings();
    }
  }

  @Test
  void allThatIsWrongWithAHeaderIsSaidAtOnce() {
    assertThat(findings("colour,size\n"))
        .extracting(Finding::field)
        .containsExactly("colour", "size", "item", "name");
  }

  @Test
  void anotherEncodingIsNamedWithItsLine() {
    byte[] file = "item,name\nL-1,Lamp\nL-2,B\u00fcgel\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> Sheet.read(file, "", COLUMNS))
        .asInstanceOf(type(UnreadableSheetException.class))
        .extracting(unreadable -> unreadable.findings().get(0))
        .satisfies(
            finding -> {
              assertThat(finding.line()).isEqualTo(3);
              assertThat(finding.message()).contains("UTF-8");
            });
  }

  private static Sheet read(String text) throws UnreadableSheetException {
    return Sheet.read(text.getBytes(StandardCharsets.UTF_8), "", COLUMNS);
  }
}
