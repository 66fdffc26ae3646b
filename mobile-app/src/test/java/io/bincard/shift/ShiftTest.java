package io.bincard.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ends together: real processes, real databases, a network that is really cut. */
class ShiftTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void fourHandheldsComeBackInDisorderAndTheBooksAreRight() throws IOException {
    assertThat(ShiftDemo.run(folder, out)).as(said::toString).isTrue();
  }

  @Test
  void realInvoicesComeToAPlainSumOverTheirFile() throws IOException {
    Path invoices = folder.resolve("invoices.csv");
    try (var sample =
        ShiftTest.class.getResourceAsStream("/io/bincard/demo/retail/online-retail-cut.csv")) {
      Files.copy(sample, invoices, StandardCopyOption.REPLACE_EXISTING);
    }

    assertThat(RetailShift.run(invoices, folder, out)).as(said::toString).isTrue();
  }
}
