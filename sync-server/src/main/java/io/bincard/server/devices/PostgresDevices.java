package io.bincard.server.devices;

import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import io.bincard.server.problem.ProblemKind;

/** The devices of a site. */
public final class PostgresDevices {
  private final Database database;

  public PostgresDevices(Database database) {
    this.database = database;
  }

  /** Shuts a handheld out, from its next request on. Done twice, it stays so. */
  public void revoke(String site, String device) {
    int found =
        database.inTransaction(
            connection ->
                Sql.update(
                    connection,
                    """
                    update device set revoked = true, changed = default
                    where site = ? and device = ? and kind = 'HANDHELD'
                    """,
                    site,
                    device));
    if (found == 0) {
      throw ProblemKind.NOT_FOUND.because(
          "device", "There is no handheld '" + device + "' at site '" + site + "'.");
    }
  }
}
