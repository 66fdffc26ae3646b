package io.bincard.server.db;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** The database did not do what it was asked for; nothing of the transaction remains. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // Serialization failure and deadlock: PostgreSQL asks for the transaction to be run again.
  private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");
  // Shutting down, crashed, starting up; too many connections.
  private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

  public DatabaseException(String message, SQLException cause) {
    super(message, cause);
  }

  /** Whether there is no database to talk to at the moment, as opposed to one that objects. */
  public boolean unavailable() {
    return getCause() instanceof SQLException cause
        && (cause instanceof SQLTransientConnectionException
            || cause instanceof SQLNonTransientConnectionException
            || AWAY.contains(state(cause))
            || state(cause).startsWith("08"));
  }

  /** Whether the same transaction can succeed when it is run again from its start. */
  static boolean worthAnotherTry(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && TRY_AGAIN.contains(state(sql))) {
        return true;
      }
    }
    return false;
  }

  static String state(SQLException failure) {
    String state = failure.getSQLState();
    return state == null ? "" : state;
  }
}
