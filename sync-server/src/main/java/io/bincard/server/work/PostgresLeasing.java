package io.bincard.server.work;

import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;

/** Reads leases. */
public final class PostgresLeasing implements Leasing {
  private final Database database;

  public PostgresLeasing(Database database) {
    this.database = database;
  }

  @Override
  public Lease of(String site, String work, String device) {
    return database.inSnapshot(
        connection ->
            Sql.first(
                    connection,
                    "select fence, expires from work where site = ? and work = ? and device = ?",
                    row -> new Lease(row.getLong(1), row.getLong(2)),
                    site,
                    work,
                    device)
                .orElse(Lease.NONE));
  }
}
