package io.bincard.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The database, as the application's role sees it. Safe for any number of threads; a transaction
 * that finds all connections of the pool in use waits for one.
 */
public final class Database implements AutoCloseable {
  private static final int ATTEMPTS = 12;
  private static final long LONGEST_PAUSE_MILLIS = 500;

  private final DatabaseSettings settings;
  private final HikariDataSource pool;

  private Database(DatabaseSettings settings, HikariDataSource pool) {
    this.settings = settings;
    this.pool = pool;
  }

  /**
   * Connects.
   *
   * @throws DatabaseNotReadyException with advice, if there is no such database or it does not let
   *     us in
   */
  public static Database open(DatabaseSettings settings) {
    DatabaseSettings.Login login = settings.application();
    tryOnce(settings, login);
    HikariConfig config = new HikariConfig();
    config.setPoolName("bincard");
    config.setJdbcUrl(settings.url());
    config.setDataSourceProperties(properties(settings, login));
    config.setMaximumPoolSize(settings.connections());
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return new Database(settings, new HikariDataSource(config));
  }

  /**
   * Runs a transaction and commits it, isolated as READ COMMITTED. Whatever is thrown rolls it
   * back. It is run again, a limited number of times, when PostgreSQL finds that it stood in
   * another's way (SQLState 40001 and 40P01).
   *
   * @throws DatabaseException if the database objects or is away
   */
  public <T extends @Nullable Object> T inTransaction(Transaction<T> transaction) {
    return run(transaction, false);
  }

  /**
   * Reads, seeing one moment of the database through all statements; nothing can be written.
   *
   * @throws DatabaseException if the database objects or is away
   */
  public <T extends @Nullable Object> T inSnapshot(Transaction<T> transaction) {
    return run(transaction, true);
  }

  /** The time by which everything is put in order: microseconds since 1970-01-01T00:00Z. */
  public long now() {
    return inSnapshot(Sql::now);
  }

  /**
   * A connection outside of the pool, for LISTEN, which occupies one for good. The caller closes
   * it.
   *
   * @throws DatabaseNotReadyException with advice
   */
  public Connection connect() {
    return connect(settings, settings.application());
  }

  @Override
  public void close() {
    pool.close();
  }

  private <T extends @Nullable Object> T run(Transaction<T> transaction, boolean snapshot) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(transaction, snapshot);
      } catch (SQLException | RuntimeException failure) {
        if (attempt == ATTEMPTS || !DatabaseException.worthAnotherTry(failure)) {
          throw failure instanceof RuntimeException unchecked
              ? unchecked
              : new DatabaseException(
                  "the database objects: " + failure.getMessage(), (SQLException) failure);
        }
        pause(attempt);
      }
    }
  }

  private <T extends @Nullable Object> T once(Transaction<T> transaction, boolean snapshot)
      throws SQLException {
    try (Connection connection = pool.getConnection()) {
      if (snapshot) {
        // For this transaction only: setting it on the connection is a round trip for every one.
        Sql.update(connection, "set transaction isolation level repeatable read, read only");
      }
      try {
        T result = transaction.run(connection);
        connection.commit();
        return result;
      } catch (Throwable failure) {
        rollBack(connection, failure);
        throw failure;
      }
    }
  }

  private static void rollBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  // Those who stood in each other's way must not meet again at the next attempt.
  private static void pause(int attempt) {
    long longest = Math.min(LONGEST_PAUSE_MILLIS, 5L << attempt);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, longest));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two attempts of a transaction", stop);
    }
  }

  // The pool would log a failure with its stack trace before it tells us.
  private static void tryOnce(DatabaseSettings settings, DatabaseSettings.Login login) {
    try (Connection connection = connect(settings, login)) {
      connection.setReadOnly(true);
    } catch (SQLException broken) {
      throw DatabaseNotReadyException.because(broken, settings.url(), login.user());
    }
  }

  static Connection connect(DatabaseSettings settings, DatabaseSettings.Login login) {
    try {
      return DriverManager.getConnection(settings.url(), properties(settings, login));
    } catch (SQLException refused) {
      throw DatabaseNotReadyException.because(refused, settings.url(), login.user());
    }
  }

  private static Properties properties(DatabaseSettings settings, DatabaseSettings.Login login) {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("ApplicationName", "bincard");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    long timeout = settings.statementTimeout().toMillis();
    properties.setProperty(
        "options",
        // A plan made for other arrays, or when a table was young, can read it whole for ever
        // after.
        "-c statement_timeout=%d -c idle_in_transaction_session_timeout=%d"
            .concat(" -c plan_cache_mode=force_custom_plan")
            .formatted(timeout, timeout));
    return properties;
  }
}
