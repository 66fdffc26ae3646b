package io.bincard.server.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, one after the other, however many there are: only a few of them are in
 * memory at a time. Lives within the transaction it was opened in; several may be open at once.
 */
public final class Cursor<T> implements Iterator<T>, AutoCloseable {
  private static final int ROWS_AT_ONCE = 1_000;

  private final PreparedStatement statement;
  private final ResultSet rows;
  private final Sql.Reader<T> reader;
  private boolean ahead;
  private boolean more;

  private Cursor(PreparedStatement statement, ResultSet rows, Sql.Reader<T> reader) {
    this.statement = statement;
    this.rows = rows;
    this.reader = reader;
  }

  /** Runs a query and stands before its first row. */
  public static <T> Cursor<T> open(
      Connection connection, String sql, Sql.Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = Sql.prepare(connection, sql, parameters);
    try {
      statement.setFetchSize(ROWS_AT_ONCE);
      return new Cursor<>(statement, statement.executeQuery(), reader);
    } catch (SQLException | RuntimeException failure) {
      statement.close();
      throw failure;
    }
  }

  @Override
  public boolean hasNext() {
    try {
      if (!ahead) {
        more = rows.next();
        ahead = true;
      }
      return more;
    } catch (SQLException failure) {
      throw objects(failure);
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ahead = false;
    try {
      return reader.read(rows);
    } catch (SQLException failure) {
      throw objects(failure);
    }
  }

  @Override
  public void close() {
    try (statement) {
      rows.close();
    } catch (SQLException failure) {
      throw objects(failure);
    }
  }

  private static DatabaseException objects(SQLException failure) {
    return new DatabaseException("the database objects: " + failure.getMessage(), failure);
  }
}
