package io.bincard.server.reconcile;

import io.bincard.model.operation.Operation;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.time.Anchor;
import io.bincard.model.time.Corrected;
import io.bincard.model.time.CorrectedTime;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journals: where they end, and what stands in them. */
final class PostgresJournal {
  private static final String HEAD =
      """
      select device, epoch, seq, hash, coalesce(last_t, %d) as last_t,
             anchor_run, anchor_monotonic, anchor_server_time, anchor_uncertainty
        from device
       where site = ?
      """
          .formatted(Long.MIN_VALUE);

  private final Connection connection;
  private final String site;

  PostgresJournal(Connection connection, String site) {
    this.connection = connection;
    this.site = site;
  }

  JournalHead head(String device) throws SQLException {
    return Sql.first(
            connection, HEAD + " and device = ? for update", PostgresJournal::head, site, device)
        .orElseThrow(() -> new IllegalArgumentException("no device " + device + " at " + site));
  }

  JournalHead ownHead(String device, long now) throws SQLException {
    Sql.update(
        connection,
        """
        insert into device (site, device, name, kind, enrolled, last_contact, epoch)
        values (?, ?, 'server', 'SERVER', ?, ?, 1)
        on conflict do nothing
        """,
        site,
        device,
        now,
        now);
    return head(device);
  }

  List<JournalHead> heads() throws SQLException {
    return Sql.list(connection, HEAD + " order by device", PostgresJournal::head, site);
  }

  JournalEnd end(String device, int epoch) throws SQLException {
    return Sql.first(
            connection,
            """
            select seq, hash from operation
             where site = ? and device = ? and epoch = ? order by seq desc limit 1
            """,
            row -> new JournalEnd(row.getLong("seq"), row.getString("hash")),
            site,
            device,
            epoch)
        .orElse(JournalEnd.NONE);
  }

  private static JournalHead head(ResultSet row) throws SQLException {
    String run = row.getString("anchor_run");
    Anchor anchor =
        run == null
            ? null
            : new Anchor(
                run,
                row.getLong("anchor_monotonic"),
                row.getLong("anchor_server_time"),
                row.getLong("anchor_uncertainty"));
    return new JournalHead(
        row.getString("device"),
        row.getInt("epoch"),
        row.getLong("seq"),
        row.getString("hash"),
        new CorrectedTime(anchor, row.getLong("last_t")));
  }

  Map<Long, StoredOperation> operations(String device, int epoch, long fromSeq, long toSeq)
      throws SQLException {
    Map<Long, StoredOperation> found = new HashMap<>();
    Sql.list(
        connection,
        """
        select id, seq, hash, t, uncertainty, outcome, code, line
          from operation
         where site = ? and device = ? and epoch = ? and seq between ? and ?
        """,
        row -> found.put(row.getLong("seq"), stored(row)),
        site,
        device,
        epoch,
        fromSeq,
        toSeq);
    return found;
  }

  Map<UUID, StoredOperation> operations(Collection<UUID> ids) throws SQLException {
    Map<UUID, StoredOperation> found = new HashMap<>();
    Sql.list(
        connection,
        """
        select id, seq, hash, t, uncertainty, outcome, code, line
          from operation
         where site = ? and id = any(?::uuid[]) and not repeated
        """,
        row -> found.put(id(row, "id"), stored(row)),
        site,
        texts(ids));
    return found;
  }

  Map<UUID, Outcome> outcomes(Collection<UUID> ids) throws SQLException {
    Map<UUID, Outcome> found = new HashMap<>();
    Sql.list(
        connection,
        """
        select id, seq, outcome, code
          from operation
         where site = ? and id = any(?::uuid[]) and not repeated
        """,
        row -> found.put(id(row, "id"), outcome(row)),
        site,
        texts(ids));
    return found;
  }

  boolean isOnFork(String device, int epoch, long seq, String hash) throws SQLException {
    return Sql.first(
            connection,
            """
            select from forked_operation
             where site = ? and device = ? and epoch = ? and seq = ? and hash = ?
            """,
            row -> true,
            site,
            device,
            epoch,
            seq,
            hash)
        .isPresent();
  }

  static UUID id(ResultSet row, String column) throws SQLException {
    return UUID.fromString(row.getString(column));
  }

  static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    return new Outcome(
        row.getLong("seq"),
        id(row, "id"),
        Outcome.Kind.valueOf(row.getString("outcome")),
        row.getString("code"));
  }

  private static StoredOperation stored(ResultSet row) throws SQLException {
    return new StoredOperation(
        row.getString("hash"),
        operation(row.getString("line")),
        new Corrected(row.getLong("t"), row.getLong("uncertainty")),
        outcome(row));
  }

  private static @Nullable Operation operation(String line) {
    try {
      return JournalLine.read(line).operation();
    } catch (UnreadableException quarantined) {
      return null;
    }
  }
}
