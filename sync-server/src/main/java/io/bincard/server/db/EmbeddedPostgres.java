package io.bincard.server.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A real PostgreSQL that this process starts and stops: to try Bincard out, for demos and tests.
 *
 * <p>It listens on this machine only, and has two roles as one in production has. Safe for any
 * number of threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String OWNER = "bincard_owner";
  private static final String APPLICATION = "bincard";
  private static final String TEMPLATE = "bincard_template";

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres postgres;
  private final String secret;
  private final FileChannel lock;

  private EmbeddedPostgres(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres postgres,
      String secret,
      FileChannel lock) {
    this.postgres = postgres;
    this.secret = secret;
    this.lock = lock;
  }

  /**
   * Starts one whose data stay in a directory, and are there again at the next start.
   *
   * @param directory made if it is not there
   * @throws DatabaseNotReadyException with advice, if it can't be started there
   */
  public static EmbeddedPostgres keeping(Path directory) {
    return start(directory.toAbsolutePath(), true);
  }

  /** Starts one that leaves nothing behind when it is closed or this process ends. */
  public static EmbeddedPostgres temporary() {
    try {
      EmbeddedPostgres postgres = start(Files.createTempDirectory("bincard-postgres-"), false);
      Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop PostgreSQL"));
      return postgres;
    } catch (IOException noDirectory) {
      throw new UncheckedIOException(noDirectory);
    }
  }

  /** The one database of this name, made and migrated if need be. */
  public DatabaseSettings database(String name) {
    DatabaseSettings settings = settings(name);
    try (Connection connection = administer()) {
      create(connection, name, "template1");
    } catch (SQLException refused) {
      throw DatabaseNotReadyException.because("PostgreSQL objects: " + refused.getMessage());
    }
    Migrations.up(settings);
    return settings;
  }

  /** Another database each time, migrated and otherwise empty. Takes a few milliseconds. */
  public synchronized DatabaseSettings freshDatabase() {
    String name = "bincard_" + UUID.randomUUID().toString().replace('-', '_');
    try (Connection connection = administer()) {
      if (!exists(connection, "pg_database where datname", TEMPLATE)) {
        database(TEMPLATE);
      }
      create(connection, name, TEMPLATE);
    } catch (SQLException refused) {
      throw DatabaseNotReadyException.because("PostgreSQL objects: " + refused.getMessage());
    }
    return settings(name);
  }

  @Override
  public void close() {
    try {
      postgres.close();
      lock.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private DatabaseSettings settings(String name) {
    return new DatabaseSettings(
        "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), name),
        new DatabaseSettings.Login(APPLICATION, secret),
        new DatabaseSettings.Login(OWNER, secret),
        10,
        Duration.ofMinutes(1));
  }

  private static EmbeddedPostgres start(Path directory, boolean keep) {
    try {
      Files.createDirectories(directory);
      FileChannel lock = lock(directory);
      Path cluster = directory.resolve("cluster");
      stopOrphan(cluster.resolve("postmaster.pid"));
      Path secretFile = secretFile(directory);
      String secret = Files.readString(secretFile);
      return new EmbeddedPostgres(builder(cluster, secretFile, secret, keep).start(), secret, lock);
    } catch (IOException | IllegalStateException failed) {
      throw DatabaseNotReadyException.because(
          "PostgreSQL did not start in %s: %s".formatted(directory, failed.getMessage()));
    }
  }

  private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder(
      Path cluster, Path secretFile, String secret, boolean keep) {
    String durable = keep ? "on" : "off";
    return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
        .setDataDirectory(cluster)
        .setCleanDataDirectory(!keep)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        // Options of initdb, whatever the method is called. The last "auth" wins.
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", secretFile.toString())
        .setLocaleConfig("locale", "C.UTF-8")
        .setConnectConfig("password", secret)
        .setServerConfig("fsync", durable)
        .setServerConfig("synchronous_commit", durable)
        .setServerConfig("full_page_writes", durable)
        .setServerConfig("max_connections", "300")
        .setServerConfig("unix_socket_directories", "");
  }

  private static FileChannel lock(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException ours) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw DatabaseNotReadyException.because(
          "Another Bincard uses %s. Stop it, or choose another directory with --data."
              .formatted(directory));
    }
    return channel;
  }

  // A process that was killed leaves its PostgreSQL running. We hold the lock, so it is nobody's.
  private static void stopOrphan(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    ProcessHandle.of(pid)
        .filter(process -> process.info().command().orElse("").endsWith("postgres"))
        .ifPresent(
            process -> {
              process.destroy();
              process.onExit().join();
            });
  }

  private static Path secretFile(Path directory) throws IOException {
    Path file = directory.resolve("secret");
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, UUID.randomUUID().toString());
    }
    return file;
  }

  private Connection administer() throws SQLException {
    return postgres.getPostgresDatabase().getConnection();
  }

  private void create(Connection connection, String name, String template) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String role : List.of(OWNER, APPLICATION)) {
        if (!exists(connection, "pg_roles where rolname", role)) {
          statement.execute("create role %s login password '%s'".formatted(role, secret));
        }
      }
      if (!exists(connection, "pg_database where datname", name)) {
        statement.execute(
            "create database %s owner %s template %s".formatted(name, OWNER, template));
      }
    }
  }

  private static boolean exists(Connection connection, String where, String name)
      throws SQLException {
    return Sql.first(connection, "select 1 from " + where + " = ?", row -> true, name).isPresent();
  }
}
