package io.bincard.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.handheld.scan.DesktopPictureReader;
import io.bincard.handheld.scan.ImageFileSource;
import io.bincard.model.barcode.Scan;
import io.bincard.model.barcode.Symbology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LabelPrinterTest {
  @TempDir Path folder;

  @Test
  void printsAListOfLabelsThatCanBeScannedFromTheirFiles() throws Exception {
    Path list =
        list(
            "# what hangs in aisle A",
            "",
            "bin.png\tCODE_128\tA-07-3-12\tA-07-3-12",
            "jar.png\tGS1_DATA_MATRIX\t(01)05012345678900(10)2611-C\tStorage jar, 1.5 l");

    assertThat(LabelPrinter.print(list, folder.resolve("labels"))).isEqualTo(2);

    List<Scan> heard = new ArrayList<>();
    try (ImageFileSource source = new ImageFileSource(new DesktopPictureReader())) {
      source.open(heard::add);
      source.scan(folder.resolve("labels/bin.png"));
      source.scan(folder.resolve("labels/jar.png"));
    }
    assertThat(heard)
        .containsExactly(
            new Scan("]C0A-07-3-12", Symbology.CODE_128),
            new Scan("]d20105012345678900102611-C", Symbology.GS1_DATA_MATRIX));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.png;EAN_13;5012345678901;x | line 2: data '5012345678901' does not fit EAN_13",
        "a.png;EAN-13;5012345678900;x | line 2: symbology 'EAN-13'",
        "a.png;GS1_128;(01)05012345678901;x | line 2: data '(01)05012345678901'",
        "a.png;GS1_128;A-07-3-12;x | write it with brackets",
        "a.png;AZTEC;A-07-3-12;x | symbology AZTEC cannot be printed",
        "../a.png;CODE_128;A;x | line 2: file '../a.png'",
        "ok.png;CODE_128;A;x | line 2: file 'ok.png' is there already",
        "a.png;CODE_128;A | line 2: it has 3 columns",
      })
  void aWrongLineIsNamedAndNothingIsPrinted(String line, String message) throws Exception {
    Path list = list("ok.png\tCODE_128\tT-31\tT-31", line.replace(';', '\t'));
    Path labels = folder.resolve("labels");

    assertThatThrownBy(() -> LabelPrinter.print(list, labels))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThat(labels).doesNotExist();
  }

  private Path list(String... lines) throws Exception {
    return Files.write(folder.resolve("labels.tsv"), List.of(lines));
  }
}
