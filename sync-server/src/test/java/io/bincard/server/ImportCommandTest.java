package io.bincard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.server.db.Sql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {
  @TempDir Path folder;

  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server = TestServer.start(Map.of("BINCARD_BODY_BYTES", "16777216"));
    Files.writeString(folder.resolve("items.csv"), "item,name\nLAMP,Lamp\nSAW,Saw\n");
    Files.writeString(folder.resolve("barcodes.csv"), "code,item\nL-1,LAMP\nS-1,SAW\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aFolderOfFilesIsCheckedAndThenImported() {
    String said = run("--folder", folder.toString());

    assertThat(said)
        .contains("items.csv: 2 rows: 2 new, 0 changed, 0 unchanged, 0 with errors", "Done.");
    assertThat(column("select code from barcode order by 1")).containsExactly("L-1", "S-1");
    assertThat(run("--folder", folder.toString())).contains("barcodes.csv: 2 rows: 0 new");
  }

  @Test
  void oneBadRowAndNothingOfAnyFileIsImported() throws IOException {
    Files.writeString(folder.resolve("mine.csv"), "code,item\nL-1,LAMP\nF-1,FAN\n");

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(
            () ->
                run(
                    out,
                    "--folder",
                    folder.toString(),
                    "--barcodes",
                    folder.resolve("mine.csv").toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Nothing was imported");

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("mine.csv:3: error: F-1: item: there is no item \"FAN\"");
    assertThat(column("select item from item")).isEmpty();
  }

  @Test
  void aDryRunShowsEveryRowAndImportsNothing() {
    assertThat(run("--dry-run", "--folder", folder.toString()))
        .contains("items.csv:2: new: LAMP", "barcodes.csv:3: new: S-1");
    assertThat(column("select code from barcode order by 1")).isEmpty();
  }

  @Test
  void aLongFileShowsHowFarItIs() throws IOException {
    String rows =
        IntStream.range(0, 25_000)
            .mapToObj(i -> "I-%05d,Item\n".formatted(i))
            .collect(Collectors.joining());
    Path items = folder.resolve("many.csv");
    Files.writeString(items, "item,name\n" + rows);

    assertThat(run("--items", items.toString()).lines().filter(line -> line.startsWith("  ")))
        .containsExactly(
            "  checking, 0 of 25000 rows",
            "  checking, 10000 of 25000 rows",
            "  checking, 20000 of 25000 rows",
            "  checking, 0 of 25000 rows",
            "  checking, 10000 of 25000 rows",
            "  checking, 20000 of 25000 rows",
            "  writing, 0 of 25000 rows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | at least one file",
        "--items nowhere.csv       | no file nowhere.csv",
        "--things x.csv            | no option --things",
        "--server localhost        | must look like",
      })
  void aWrongCallIsToldWhatToDo(String arguments, String message) {
    assertThatThrownBy(() -> run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  private String run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run(out, arguments);
    return out.toString(StandardCharsets.UTF_8);
  }

  private void run(ByteArrayOutputStream out, String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of("--server", server.address().toString(), "--key", TestServer.ADMIN_KEY));
    all.addAll(Arrays.asList(arguments));
    new ImportCommand(new PrintStream(out, true, StandardCharsets.UTF_8)).run(new Arguments(all));
  }

  private List<String> column(String query) {
    return server.database().inSnapshot(c -> Sql.list(c, query, row -> row.getString(1)));
  }
}
