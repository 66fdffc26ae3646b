package io.bincard.handheld.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.handheld.device.PlayedClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessGoneTest {
  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedToThePersonIsThereAfterTheProcessWasKilled() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Picker.class.getName(),
                folder.resolve("journal.db").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long beeps = 0;
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      while (beeps < 25) {
        beeps = Long.parseLong(output.readLine());
      }
      process.destroyForcibly().waitFor();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        beeps = line.isEmpty() ? beeps : Math.max(beeps, Long.parseLong(line));
      }
    } catch (IOException closed) {
      process.waitFor();
    }

    try (Journal journal =
        Journals.open(new SqliteJournalStore(folder.resolve("journal.db")), new PlayedClock())) {
      long kept = journal.unsent().size();
      // One more may have been written whose beep was not heard any more.
      assertThat(kept).isBetween(beeps, beeps + 1);
      assertThat(journal.lastScanned().orElseThrow().seq()).isEqualTo(kept);
      assertThat(journal.append("ada", null, Journals.taken(1)).operation().seq())
          .isEqualTo(kept + 1);
    }
  }

  /** Picks until it is killed, and beeps after each pick. */
  static final class Picker {
    private Picker() {}

    public static void main(String[] arguments) {
      Journal journal =
          Journals.enrolled(new SqliteJournalStore(Path.of(arguments[0])), new PlayedClock());
      while (true) {
        System.out.println(
            journal.append("ada", Journals.SCAN, Journals.taken(1)).operation().seq());
      }
    }
  }
}
