package io.bincard.server.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** There is no database we can work with; the message tells the operator what to do about it. */
public final class DatabaseNotReadyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private DatabaseNotReadyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static DatabaseNotReadyException because(String reason) {
    return new DatabaseNotReadyException(reason, null);
  }

  static DatabaseNotReadyException because(SQLException refused, String url, String user) {
    return new DatabaseNotReadyException(
        switch (DatabaseException.state(refused)) {
          case "08001", "08004", "08006" ->
              "No PostgreSQL answers at %s. Start it, or correct database.url (BINCARD_DATABASE_URL); to try Bincard out without one, use --embedded."
                  .formatted(url);
          case "28P01", "28000" ->
              "PostgreSQL at %s does not let '%s' in: wrong password, unknown role, or pg_hba.conf forbids it. Correct the user and password in the configuration."
                  .formatted(url, user);
          case "3D000" ->
              "PostgreSQL has no database %s. Create it: createdb --owner OWNER NAME, see docs/operating.md."
                  .formatted(url);
          default -> "Cannot connect to %s as '%s': %s".formatted(url, user, refused.getMessage());
        },
        refused);
  }
}
