package io.bincard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir Path directory;

  @Test
  void theEnvironmentGoesBeforeTheFileAndTheFileBeforeTheDefaults() throws IOException {
    Settings settings =
        Settings.load(
            file(
                """
                database:
                  url: jdbc:postgresql://db/bincard
                  password: from-the-file
                  owner:
                    user: bincard_owner
                    password: secret
                server:
                  port: 9000
                """),
            Map.of("BINCARD_PORT", "9001"));

    assertThat(settings.http().port()).isEqualTo(9001);
    assertThat(settings.database().application().password()).isEqualTo("from-the-file");
    assertThat(settings.database().application().user()).isEqualTo("bincard");
    assertThat(settings.database().owner().user()).isEqualTo("bincard_owner");
    assertThat(settings.tokenLifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.withPort(0).http().port()).isZero();
  }

  @Test
  void aPasswordIsNotPrintedByAccident() {
    Settings settings =
        Settings.load(
            Optional.empty(),
            Map.of(
                "BINCARD_DATABASE_URL", "jdbc:postgresql://db/bincard",
                "BINCARD_DATABASE_PASSWORD", "do-not-show"));

    assertThat(settings.database().toString()).doesNotContain("do-not-show");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "BINCARD_PORT, x, server.port",
    "BINCARD_PORT, 65536, from 0 to 65535",
    "BINCARD_PORT, -1, server.port",
    "BINCARD_BODY_BYTES, 99999999999, limits.body-bytes",
    "BINCARD_DATABASE_CONNECTIONS, 0, database.connections",
    "BINCARD_TOKEN_SECONDS, '', tokens.seconds",
    "BINCARD_DATABASE_URL, mysql://x, jdbc:postgresql://",
    "BINCARD_ADMIN_KEY, short, at least 16",
    "BINCARD_SERVER_NAME, H-1, server.name",
  })
  void aBadValueIsToldItsNameAndWhatItMayBe(String variable, String value, String said) {
    Settings settings =
        Settings.load(
            Optional.empty(),
            Map.of(
                "BINCARD_DATABASE_URL",
                variable.equals("BINCARD_DATABASE_URL") ? value : "jdbc:postgresql://db/bincard",
                variable.equals("BINCARD_DATABASE_URL") ? "x" : variable,
                value));

    assertThatThrownBy(
            () -> {
              settings.database();
              settings.http();
              settings.tokenLifetime();
              settings.adminKey();
              settings.serverName();
            })
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(said);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          server: {prt: 1}  | nothing is known about 'server.prt'
          server: [         | cannot be read as YAML
          server: [1, 2]    | nothing is known about 'server.0'
          just words        | cannot be read as YAML
          """)
  void aBadFileIsToldWhatIsBadInIt(String text, String said) throws IOException {
    Optional<Path> file = file(text);

    assertThatThrownBy(() -> Settings.load(file, Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(said)
        .hasMessageContaining("settings.yaml");
  }

  @Test
  void aFileThatIsNotThereIsSaidToBeMissing() {
    assertThatThrownBy(
            () -> Settings.load(Optional.of(directory.resolve("nothing.yaml")), Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("nothing.yaml");
  }

  @Test
  void withoutADatabaseOneIsAskedFor() {
    assertThatThrownBy(() -> Settings.load(Optional.empty(), Map.of()).database())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("BINCARD_DATABASE_URL")
        .hasMessageContaining("--embedded");
  }

  private Optional<Path> file(String text) throws IOException {
    return Optional.of(Files.writeString(directory.resolve("settings.yaml"), text));
  }
}
