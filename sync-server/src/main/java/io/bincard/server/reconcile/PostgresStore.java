package io.bincard.server.reconcile;

import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The state of all sites, in PostgreSQL. */
public final class PostgresStore implements Store {
  private final Database database;
  private volatile @Nullable String incarnation;

  public PostgresStore(Database database) {
    this.database = database;
  }

  @Override
  public <T> T inTransaction(String site, Access access, Function<Session, T> transaction) {
    return database.inTransaction(
        connection -> {
          lock(connection, site, access);
          return transaction.apply(new PostgresSession(connection, site, incarnation(connection)));
        });
  }

  /**
   * The site comes first, before any row is written: so the numbers of transactions that own the
   * site divide those that share it into before and after.
   */
  private static void lock(Connection connection, String site, Access access) throws SQLException {
    String function =
        access == Access.EXCLUSIVE ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
    List<Boolean> locked =
        Sql.list(
            connection,
            "select " + function + "(hashtextextended(site, 0)) from site where site = ?",
            row -> true,
            site);
    if (locked.isEmpty()) {
      throw new UnknownSiteException(site);
    }
  }

  /** It changes with a restore only, and a server does not live through one. */
  private String incarnation(Connection connection) throws SQLException {
    String known = incarnation;
    if (known == null) {
      known =
          Sql.first(
                  connection, "select incarnation::text from installation", row -> row.getString(1))
              .orElseThrow();
      incarnation = known;
    }
    return known;
  }
}
