package io.bincard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.server.db.Database;
import io.bincard.server.db.DatabaseSettings;
import io.bincard.server.db.Migrations;
import io.bincard.server.db.Sql;
import io.bincard.server.db.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path directory;

  @Tag("slow") // processes of their own
  @Test
  void aServerWithItsOwnDatabaseSaysWhereItListensAndStopsWhenTold() throws Exception {
    String[] command = {"server", "--embedded", "--data", directory.toString(), "--port", "0"};
    Process first = start(Map.of(), command);
    String address = listening(first);
    String key = first.errorReader().readLine();

    assertThat(get(address + "/health")).isEqualTo(200);
    assertThat(key).matches("The admin's key, shown this once: [0-9A-Z]{32}");
    first.toHandle().destroy();
    assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();

    Process second = start(Map.of(), command);
    String again = listening(second);
    assertThat(get(again + "/health")).isEqualTo(200);
    second.toHandle().destroy();
    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(second.errorReader().lines()).as("the key is shown once").isEmpty();
  }

  @Tag("slow") // processes of their own
  @Test
  void aDatabaseWithoutTablesIsMigratedOnlyWhenAsked() throws Exception {
    DatabaseSettings settings = TestDatabase.freshSettings();
    Migrations.down(settings, 1000);

    Ended refused = run(environment(settings), "server", "--port", "0");
    assertThat(refused.status).isEqualTo(2);
    assertThat(refused.error)
        .containsExactly(
            "The tables are those of an older version of Bincard, or there are none. Make a backup"
                + " and run: bincard migrate");

    Ended migrated = run(environment(settings), "migrate");
    assertThat(migrated.status).as("%s", migrated.error).isZero();
    assertThat(migrated.error).isEmpty();
    assertThat(migrated.out).hasSize(1);
    try (Database database = Database.open(settings)) {
      Migrations.check(database);
      assertThat(
              database.<List<Integer>>inSnapshot(
                  c -> Sql.list(c, "select 1 from installation", row -> row.getInt(1))))
          .hasSize(1);
    }
  }

  @Tag("slow") // processes of their own
  @Test
  void anAuditEndsWith0IfAllAgreesWith1IfNotAndWith2IfItCouldNotBeDone() throws Exception {
    DatabaseSettings settings = TestDatabase.freshSettings();
    try (Database database = Database.open(settings)) {
      database.inTransaction(
          c -> Sql.update(c, "insert into site (site, name, zone) values ('NORTH', '', 'UTC')"));
      Ended clean = run(environment(settings), "audit");
      assertThat(clean.status).as("%s", clean.error).isZero();
      assertThat(clean.out)
          .containsExactly(
              "0 operations, 0 cards and 1 site(s) audited: the tables say what the journals say.");
      assertThat(clean.error).first().asString().startsWith("NORTH: 0 operations read in ");

      database.inTransaction(
          c ->
              Sql.update(
                  c,
                  "insert into balance (site, account, item, lot, quantity)"
                      + " values ('NORTH', 'bin:A-01', 'JAR', '', 2000000)"));
      Ended different = run(environment(settings), "audit", "--site", "NORTH");
      assertThat(different.status).isEqualTo(1);
      assertThat(different.out)
          .containsExactly(
              "NORTH BALANCE: balance of bin:A-01 JAR. By the journals: 0. In the tables: 2.",
              "0 operations, 0 cards and 1 site(s) audited: the tables do not say what the journals"
                  + " say. BALANCE 1");

      Ended unknown = run(environment(settings), "audit", "--site", "SOUTH");
      assertThat(unknown.status).isEqualTo(2);
      assertThat(unknown.error).containsExactly("There is no site SOUTH.");
    }
  }

  @Test
  void anAuditOfDataThatAreNotThereMakesNone() {
    Path nowhere = directory.resolve("nowhere");

    assertThatThrownBy(() -> said("audit", "--embedded", "--data", nowhere.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessage("There are no data in " + nowhere + ".");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void helpAndMistakesAreAnswered() {
    assertThat(said()).contains("--embedded").contains("--back");
    assertThat(said("server", "--help")).contains("listening on").doesNotContain("--back");
    assertThatThrownBy(() -> said("serve"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("There is no command 'serve'.")
        .hasMessageContaining("--embedded");
  }

  private static String said(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main.run(Arrays.asList(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private record Ended(int status, List<String> out, List<String> error) {}

  private static Ended run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(environment, arguments);
    List<String> out = process.inputReader().lines().toList();
    List<String> error = process.errorReader().lines().toList();
    return new Ended(process.waitFor(), out, error);
  }

  private static Process start(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(
        "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Map<String, String> environment(DatabaseSettings settings) {
    return Map.of(
        "BINCARD_DATABASE_URL", settings.url(),
        "BINCARD_DATABASE_USER", settings.application().user(),
        "BINCARD_DATABASE_PASSWORD", settings.application().password(),
        "BINCARD_OWNER_USER", settings.owner().user(),
        "BINCARD_OWNER_PASSWORD", settings.owner().password());
  }

  private static String listening(Process process) throws IOException {
    String line = process.inputReader().readLine();
    assertThat(line)
        .as(() -> String.join("\n", process.errorReader().lines().toList()))
        .startsWith("listening on http://");
    return line.substring("listening on ".length());
  }

  private static int get(String address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
