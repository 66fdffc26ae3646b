package io.bincard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.server.audit.AuditListener.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AuditPrinterTest {
  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
  private long seconds;

  @Test
  void progressIsSaidNowAndThenAndAtTheEndOfEachStage() {
    AuditPrinter printer =
        new AuditPrinter(
            System.out,
            new PrintStream(progress, true, StandardCharsets.UTF_8),
            () -> seconds * 1_000_000_000);

    seconds = 2;
    printer.progress("NORTH", Stage.JOURNALS, 10_000, false);
    seconds = 5;
    printer.progress("NORTH", Stage.JOURNALS, 20_000, false);
    seconds = 8;
    printer.progress("NORTH", Stage.JOURNALS, 30_000, false);
    seconds = 10;
    printer.progress("NORTH", Stage.JOURNALS, 35_000, true);
    printer.progress("NORTH", Stage.CARDS, 7, true);

    assertThat(progress.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "NORTH: 20,000 operations read in 5.0 s, 4,000 a second so far",
            "NORTH: 35,000 operations read in 10.0 s, 3,500 a second",
            "NORTH: 7 cards folded in 0.0 s, 0 a second");
  }
}
