package io.bincard.handheld.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * One connection to a SQLite file. Its threads take turns.
 *
 * <p>The settings that make a commit durable belong to the connection, not to the file, and SQLite
 * passes over what it cannot do without a word. So they are read back each time a file is opened.
 */
public final class SqliteFile implements AutoCloseable {
  /** What a commit is worth. */
  public enum Durability {
    /** It has survived when it returns. */
    FULL(SynchronousMode.FULL),
    /** The file is whole after a power cut, but the last commits may be gone. */
    LAST_COMMITS_MAY_GO(SynchronousMode.NORMAL);

    private final SynchronousMode mode;

    Durability(SynchronousMode mode) {
      this.mode = mode;
    }

    private int level() {
      return this == FULL ? 2 : 1;
    }
  }

  /** Something to do within a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T in(SqliteFile file) throws SQLException;
  }

  /** Makes something of the row a result stands on. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Path path;
  private final Connection connection;
  private final String begin;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private SqliteFile(Path path, Connection connection, String begin) {
    this.path = path;
    this.connection = connection;
    this.begin = begin;
  }

  /**
   * Opens a file, makes it if it is missing, and brings its tables up to date.
   *
   * @param versions what makes each version of the tables from the one before: scripts
   * @throws SqliteFailure if it cannot be opened, or was written by a newer version of the app
   */
  public static SqliteFile open(Path path, Durability durability, List<String> versions) {
    SqliteFile file = connect(path, durability, "BEGIN IMMEDIATE");
    try {
      file.inTransaction(
          same -> {
            file.migrate(versions);
            return true;
          });
      return file;
    } catch (RuntimeException unusable) {
      file.close();
      throw unusable;
    }
  }

  /** Another connection to a file that is open already, which sees one state per transaction. */
  public static SqliteFile openToRead(Path path) {
    return connect(path, Durability.LAST_COMMITS_MAY_GO, "BEGIN");
  }

  private static SqliteFile connect(Path path, Durability durability, String begin) {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setJournalMode(JournalMode.WAL);
    settings.setSynchronous(durability.mode);
    settings.setBusyTimeout(10_000);
    try {
      Connection connection = settings.createConnection("jdbc:sqlite:" + path);
      SqliteFile file = new SqliteFile(path, connection, begin);
      try {
        file.check(durability);
      } catch (SQLException | RuntimeException unusable) {
        connection.close();
        throw unusable;
      }
      return file;
    } catch (SQLException denied) {
      throw new SqliteFailure(path + " cannot be opened", denied);
    }
  }

  private void check(Durability durability) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Where fsync does not reach the disk (macOS), this does; elsewhere it changes nothing.
      statement.execute("PRAGMA fullfsync = 1");
      statement.execute("PRAGMA checkpoint_fullfsync = 1");
    }
    String journalMode = pragma("journal_mode");
    String synchronous = pragma("synchronous");
    if (!journalMode.equals("wal") || !synchronous.equals(String.valueOf(durability.level()))) {
      throw new SqliteFailure(
          path
              + " would not be written durably (journal_mode "
              + journalMode
              + ", synchronous "
              + synchronous
              + "): keep it on a local disk.");
    }
  }

  /** What a setting is, for this connection. */
  public synchronized String pragma(String name) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA " + name)) {
      return result.next() ? result.getString(1) : "";
    } catch (SQLException unknown) {
      throw new SqliteFailure(path + " does not say its " + name, unknown);
    }
  }

  private void migrate(List<String> versions) throws SQLException {
    int version = Integer.parseInt(pragma("user_version"));
    if (version > versions.size()) {
      throw new SqliteFailure(
          path + " was written by a newer version of Bincard: install that one again.");
    }
    try (Statement statement = connection.createStatement()) {
      for (String next : versions.subList(version, versions.size())) {
        statement.executeUpdate(next);
      }
      statement.executeUpdate("PRAGMA user_version = " + versions.size());
    }
  }

  /**
   * Does all of the work, or nothing.
   *
   * @throws SqliteFailure if it could not be done; then nothing was
   */
  public synchronized <T> T inTransaction(Work<T> work) {
    try {
      bound(begin).executeUpdate();
      T result = work.in(this);
      bound("COMMIT").executeUpdate();
      return result;
    } catch (SQLException failed) {
      rollBack(failed);
      throw new SqliteFailure(path + " could not be read or written", failed);
    } catch (RuntimeException failed) {
      rollBack(failed);
      throw failed;
    }
  }

  // The driver's own commit and rollback lose track when SQLite rolls back by itself, as it does
  // when the disk is full. Then there is nothing left to roll back, and that is no error. A
  // statement that failed cannot be used again either.
  private void rollBack(Exception reason) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
      for (PreparedStatement used : prepared.values()) {
        used.close();
      }
    } catch (SQLException nothingLeft) {
      reason.addSuppressed(nothingLeft);
    }
    prepared.clear();
  }

  /** Within a transaction: changes rows, and says how many. */
  public int update(String sql, @Nullable Object... parameters) throws SQLException {
    return bound(sql, parameters).executeUpdate();
  }

  /** Within a transaction: all rows of a query. */
  public <T> List<T> query(RowReader<T> reader, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet result = bound(sql, parameters).executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(reader.read(result));
      }
      return rows;
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new SqliteFailure(path + " could not be closed", failed);
    }
  }
}
