package io.bincard.handheld.work;

import static io.bincard.handheld.work.Floor.line;
import static io.bincard.handheld.work.Floor.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.handheld.scan.DesktopPictureReader;
import io.bincard.handheld.scan.ImageFileSource;
import io.bincard.handheld.scan.ScanRouter;
import io.bincard.handheld.scan.ScanRouter.Handled;
import io.bincard.labels.Label;
import io.bincard.labels.LabelRenderer;
import io.bincard.model.barcode.Symbology;
import io.bincard.model.operation.RawScan;
import io.bincard.model.sync.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a scan on the device: label, picture, router, work, journal. */
final class FromLabelToJournalTest {
  @TempDir Path folder;

  private final List<String> heard = new ArrayList<>();
  private final Floor floor =
      new Floor()
          .pull(
              new Row.Order("O1", "Smith", 0, "OPEN"),
              line("O1", 1, "SEAL", 1, 0),
              Floor.work("W1", "PICK", "O1", List.of()),
              new Row.Allocation("O1", List.of(stop(1, "A-01", "SEAL", "L1", 1))));

  @Test
  void aLabelThatIsScannedBecomesAnOperationInTheJournal() throws Exception {
    Shift shift = floor.shift();
    ScanRouter<Reply> router =
        new ScanRouter<>(
            Runnable::run,
            new Lookup(shift)::scanned,
            (scan, handled) ->
                heard.add(Script.words(((Handled.Answered<Reply>) handled).reply())));
    try (ImageFileSource source = new ImageFileSource(new DesktopPictureReader())) {
      source.open(router);

      source.scan(label(Symbology.CODE_128, "T-31"));
      router.giveTo(new PickingSession(shift, "W1")::scanned);
      source.scan(label(Symbology.CODE_128, "T-31"));
      source.scan(label(Symbology.CODE_128, "A-01"));
      source.scan(label(Symbology.GS1_DATA_MATRIX, "(01)04006381333931(10)L1(17)270131"));
    }

    assertThat(heard)
        .containsExactly(
            "Nothing[code=T-31]",
            "Go to A-01: 1 of Rubber seal. Scan the bin.",
            "Take 1 of Rubber seal, lot L1 first. Scan it.",
            "Recorded: 1 of Rubber seal picked, 0 left here. | Order O1 is picked.");
    assertThat(floor.recorded())
        .singleElement()
        .satisfies(
            operation -> {
              assertThat(Script.words(operation)).isEqualTo("Picked O1/1 A-01 T-31 1 SEAL lot L1");
              assertThat(operation.scan())
                  .isEqualTo(
                      new RawScan("]d2010400638133393110L1\u001d17270131", "GS1_DATA_MATRIX"));
            });
  }

  private Path label(Symbology symbology, String data) throws Exception {
    Path file = folder.resolve("label.png");
    ImageIO.write(LabelRenderer.render(Label.of(symbology, data, "")), "png", file.toFile());
    return file;
  }
}
