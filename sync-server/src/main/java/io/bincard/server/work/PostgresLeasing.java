package io.bincard.server.work;

import io.bincard.model.operation.ServerRecord.LeaseGranted;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.UnreadableException;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.util.UUID;

/** Finds leases in the server's own journals. */
public final class PostgresLeasing implements Leasing {
  // A grant follows its claim at once; only the loss of the lease before can come between.
  private static final String GRANT =
      """
      select granted.line
        from operation claim
        join operation granted
          on granted.site = claim.site and granted.device = claim.device
         and granted.epoch = claim.epoch and granted.seq between claim.seq + 1 and claim.seq + 2
       where claim.site = ? and claim.id = ? and not claim.repeated
         and claim.type = 'WorkClaimed' and claim.outcome = 'APPLIED'
         and granted.type = 'LeaseGranted'
       order by granted.seq limit 1
      """;

  private final Database database;

  public PostgresLeasing(Database database) {
    this.database = database;
  }

  @Override
  public Lease grantedFor(String site, UUID claim) {
    return database
        .inSnapshot(
            connection -> Sql.first(connection, GRANT, row -> row.getString("line"), site, claim))
        .map(PostgresLeasing::lease)
        .orElse(Lease.NONE);
  }

  private static Lease lease(String line) {
    try {
      LeaseGranted granted = (LeaseGranted) JournalLine.read(line).operation().body();
      return new Lease(granted.fence(), granted.expires());
    } catch (UnreadableException damaged) {
      throw new IllegalStateException("a line of the server's own journal: " + line, damaged);
    }
  }
}
