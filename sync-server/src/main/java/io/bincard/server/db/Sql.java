package io.bincard.server.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs one statement on the connection of a transaction.
 *
 * <p>Parameters are bound as they are: strings, numbers, booleans, UUIDs, null, and arrays of these
 * for {@code unnest(?::text[], ?::bigint[])}; anything else is cast in the statement ({@code
 * ?::jsonb}). An array that is the only parameter is cast to Object.
 */
public final class Sql {
  private Sql() {}

  /** Makes an object of the row the results stand at. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** All rows a query finds. */
  public static <T> List<T> list(
      Connection connection, String sql, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    }
  }

  /** The first row a query finds. */
  public static <T> Optional<T> first(
      Connection connection, String sql, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    }
  }

  /** Inserts, updates or deletes; the number of rows. */
  public static int update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  /** The database's clock, microseconds since 1970-01-01T00:00Z; it runs on in a transaction. */
  public static long now(Connection connection) throws SQLException {
    return first(
            connection,
            "select (extract(epoch from clock_timestamp()) * 1000000)::bigint",
            row -> row.getLong(1))
        .orElseThrow();
  }

  static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException notBound) {
      statement.close();
      throw notBound;
    }
  }
}
