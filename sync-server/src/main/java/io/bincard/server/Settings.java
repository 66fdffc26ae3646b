package io.bincard.server;

import io.bincard.server.db.DatabaseSettings;
import io.bincard.server.http.Certificate;
import io.bincard.server.http.HttpSettings;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The configuration: a YAML file, and environment variables that go before it. Each setting is one
 * row of the table below; docs/operating.md explains them.
 */
final class Settings {

  /** A key in the file, the variable that overrides it, and what holds if neither is there. */
  private enum Key {
    DATABASE_URL("database.url", "BINCARD_DATABASE_URL", ""),
    DATABASE_USER("database.user", "BINCARD_DATABASE_USER", "bincard"),
    DATABASE_PASSWORD("database.password", "BINCARD_DATABASE_PASSWORD", ""),
    DATABASE_CONNECTIONS("database.connections", "BINCARD_DATABASE_CONNECTIONS", "10"),
    STATEMENT_SECONDS("database.statement-seconds", "BINCARD_STATEMENT_SECONDS", "60"),
    OWNER_USER("database.owner.user", "BINCARD_OWNER_USER", ""),
    OWNER_PASSWORD("database.owner.password", "BINCARD_OWNER_PASSWORD", ""),
    NAME("server.name", "BINCARD_SERVER_NAME", "S-1"),
    HOST("server.host", "BINCARD_HOST", "0.0.0.0"),
    PORT("server.port", "BINCARD_PORT", "8080"),
    TLS_KEYSTORE("tls.keystore", "BINCARD_TLS_KEYSTORE", ""),
    TLS_PASSWORD("tls.password", "BINCARD_TLS_PASSWORD", ""),
    IDLE_SECONDS("server.idle-seconds", "BINCARD_IDLE_SECONDS", "120"),
    ADMIN_KEY("admin.key", "BINCARD_ADMIN_KEY", ""),
    BODY_BYTES("limits.body-bytes", "BINCARD_BODY_BYTES", "16777216"),
    PUSH_OPERATIONS("limits.push-operations", "BINCARD_PUSH_OPERATIONS", "5000"),
    REQUESTS("limits.requests", "BINCARD_REQUESTS", "2000"),
    TOKEN_SECONDS("tokens.seconds", "BINCARD_TOKEN_SECONDS", "3600"),
    ENROLMENT_SECONDS("enrolment.seconds", "BINCARD_ENROLMENT_SECONDS", "900"),
    SETTLING_SECONDS("counts.settling-seconds", "BINCARD_SETTLING_SECONDS", "10");

    final String name;
    final String variable;
    final String otherwise;

    Key(String name, String variable, String otherwise) {
      this.name = name;
      this.variable = variable;
      this.otherwise = otherwise;
    }
  }

  private static final int SHORTEST_ADMIN_KEY = 16;

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the file, if there is one, and the environment.
   *
   * @throws UsageException naming the key that is wrong
   */
  static Settings load(Optional<Path> file, Map<String, String> environment) {
    Map<String, String> values = new HashMap<>();
    for (Key key : Key.values()) {
      values.put(key.name, key.otherwise);
    }
    file.ifPresent(path -> values.putAll(fromFile(path, values)));
    for (Key key : Key.values()) {
      String value = environment.get(key.variable);
      if (value != null) {
        values.put(key.name, value);
      }
    }
    return new Settings(values);
  }

  private static Map<String, String> fromFile(Path file, Map<String, String> known) {
    if (!Files.isReadable(file)) {
      throw new UsageException("There is no file " + file + " to read the configuration from.");
    }
    Map<String, String> values = new TreeMap<>(read(file));
    for (String name : values.keySet()) {
      if (!known.containsKey(name)) {
        throw new UsageException(
            "%s: nothing is known about '%s'. See docs/operating.md, \"Configuration\"."
                .formatted(file, name));
      }
    }
    return values;
  }

  private static Map<String, String> read(Path file) {
    try {
      return Config.just(ConfigSources.file(file).build()).asMap().orElse(Map.of());
    } catch (RuntimeException notYaml) {
      throw new UsageException(file + " cannot be read as YAML: " + notYaml.getMessage());
    }
  }

  /** The same, listening elsewhere. */
  Settings withPort(int port) {
    Map<String, String> changed = new HashMap<>(values);
    changed.put(Key.PORT.name, String.valueOf(port));
    return new Settings(changed);
  }

  DatabaseSettings database() {
    if (text(Key.DATABASE_URL).isEmpty()) {
      throw new UsageException(
          "Where is the database? Set database.url (BINCARD_DATABASE_URL), or use --embedded to try"
              + " Bincard out.");
    }
    if (!text(Key.DATABASE_URL).startsWith("jdbc:postgresql:")) {
      throw new UsageException(
          "database.url is '%s'; it must look like jdbc:postgresql://host:5432/bincard."
              .formatted(text(Key.DATABASE_URL)));
    }
    String owner = text(Key.OWNER_USER);
    return new DatabaseSettings(
        text(Key.DATABASE_URL),
        new DatabaseSettings.Login(text(Key.DATABASE_USER), text(Key.DATABASE_PASSWORD)),
        owner.isEmpty() ? null : new DatabaseSettings.Login(owner, text(Key.OWNER_PASSWORD)),
        number(Key.DATABASE_CONNECTIONS, 1, 1000),
        seconds(Key.STATEMENT_SECONDS));
  }

  HttpSettings http() {
    return new HttpSettings(
        text(Key.HOST),
        number(Key.PORT, 0, 65535),
        text(Key.TLS_KEYSTORE).isEmpty()
            ? null
            : new Certificate(Path.of(text(Key.TLS_KEYSTORE)), text(Key.TLS_PASSWORD)),
        bodyBytes(),
        number(Key.REQUESTS, 1, 1_000_000),
        seconds(Key.IDLE_SECONDS));
  }

  /** What the server's own journals are called. Servers may share a name. */
  String serverName() {
    String name = text(Key.NAME);
    if (!name.matches("S-[A-Za-z0-9-]{1,30}")) {
      throw new UsageException(
          "server.name (BINCARD_SERVER_NAME) is '%s'; it must look like S-1 or S-NORTH."
              .formatted(name));
    }
    return name;
  }

  int bodyBytes() {
    return number(Key.BODY_BYTES, 1024, 1 << 30);
  }

  int pushOperations() {
    return number(Key.PUSH_OPERATIONS, 1, 100_000);
  }

  Duration tokenLifetime() {
    return seconds(Key.TOKEN_SECONDS);
  }

  Duration enrolmentLifetime() {
    return seconds(Key.ENROLMENT_SECONDS);
  }

  Duration settlingPause() {
    return seconds(Key.SETTLING_SECONDS);
  }

  /** The admin's key, if one is configured. */
  Optional<String> adminKey() {
    String key = text(Key.ADMIN_KEY);
    if (!key.isEmpty() && key.length() < SHORTEST_ADMIN_KEY) {
      throw new UsageException(
          "admin.key (BINCARD_ADMIN_KEY) must have at least %d characters."
              .formatted(SHORTEST_ADMIN_KEY));
    }
    return key.isEmpty() ? Optional.empty() : Optional.of(key);
  }

  private String text(Key key) {
    return values.getOrDefault(key.name, "");
  }

  private Duration seconds(Key key) {
    return Duration.ofSeconds(number(key, 1, 86_400 * 365));
  }

  private int number(Key key, int least, int most) {
    return number(key.name + " (" + key.variable + ")", text(key), least, most);
  }

  static int number(String name, String text, int least, int most) {
    try {
      int value = Integer.parseInt(text.strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notOne) {
      // The message is the same.
    }
    throw new UsageException(
        "%s is '%s'; it must be a whole number from %d to %d.".formatted(name, text, least, most));
  }
}
