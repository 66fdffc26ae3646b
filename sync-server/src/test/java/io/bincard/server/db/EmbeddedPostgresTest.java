package io.bincard.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path directory;

  /** What a child process runs, until it is killed. */
  static final class Killed {
    public static void main(String[] arguments) throws Exception {
      EmbeddedPostgres postgres = EmbeddedPostgres.keeping(Path.of(arguments[0]));
      write(postgres.database("bincard"));
      System.out.println("written");
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @Tag("slow") // a process of its own
  @Test
  void dataAreThereAgainAfterTheProcessWasKilled() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.inputReader().readLine()).isEqualTo("written");
    process.destroyForcibly().waitFor();

    try (EmbeddedPostgres postgres = EmbeddedPostgres.keeping(directory)) {
      assertThat(read(postgres.database("bincard"))).contains("HAM");
    }
  }

  @Test
  void dataAreThereAgainAfterAStopAndOneProcessOnlyUsesThem() {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.keeping(directory)) {
      write(postgres.database("bincard"));

      assertThatThrownBy(() -> EmbeddedPostgres.keeping(directory))
          .isInstanceOf(DatabaseNotReadyException.class)
          .hasMessageContaining("Another Bincard");
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.keeping(directory)) {
      assertThat(read(postgres.database("bincard"))).contains("HAM");
    }
  }

  @Test
  void aWrongPasswordIsSaidToBeOne() {
    DatabaseSettings right = TestDatabase.freshSettings();
    DatabaseSettings wrong =
        new DatabaseSettings(
            right.url(),
            new DatabaseSettings.Login(right.application().user(), "wrong"),
            null,
            1,
            right.statementTimeout());

    assertThatThrownBy(() -> Database.open(wrong))
        .isInstanceOf(DatabaseNotReadyException.class)
        .hasMessageContaining("wrong password");
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidToBeMissing() {
    DatabaseSettings right = TestDatabase.freshSettings();
    DatabaseSettings wrong =
        new DatabaseSettings(
            right.url() + "x", right.application(), null, 1, right.statementTimeout());

    assertThatThrownBy(() -> Database.open(wrong))
        .isInstanceOf(DatabaseNotReadyException.class)
        .hasMessageContaining("createdb");
  }

  @Test
  void aPortWithoutPostgreSqlIsSaidToBeSilent() {
    DatabaseSettings right = TestDatabase.freshSettings();
    DatabaseSettings wrong =
        new DatabaseSettings(
            "jdbc:postgresql://localhost:1/bincard",
            right.application(),
            null,
            1,
            right.statementTimeout());

    assertThatThrownBy(() -> Database.open(wrong))
        .isInstanceOf(DatabaseNotReadyException.class)
        .hasMessageContaining("No PostgreSQL answers at jdbc:postgresql://localhost:1/bincard");
  }

  @Test
  void aPlaceThatIsNoDirectoryIsSaidToBeWrong() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> EmbeddedPostgres.keeping(file))
        .isInstanceOf(DatabaseNotReadyException.class)
        .hasMessageContaining(file.toString());
  }

  private static void write(DatabaseSettings settings) {
    try (Database database = Database.open(settings)) {
      database.inTransaction(
          c ->
              Sql.update(
                  c, "insert into site (site, name, zone) values ('HAM', 'Hamburg', 'UTC')"));
    }
  }

  private static Optional<String> read(DatabaseSettings settings) {
    try (Database database = Database.open(settings)) {
      return database.inSnapshot(
          c -> Sql.first(c, "select site from site", row -> row.getString(1)));
    }
  }
}
