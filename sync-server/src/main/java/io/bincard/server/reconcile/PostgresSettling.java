package io.bincard.server.reconcile;

import io.bincard.model.stock.Account;
import io.bincard.model.stock.Reading;
import io.bincard.model.time.Corrected;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the counts that have not settled, and the devices that may still say something. */
final class PostgresSettling {
  private final Connection connection;
  private final String site;

  PostgresSettling(Connection connection, String site) {
    this.connection = connection;
    this.site = site;
  }

  SettlingSlice load() throws SQLException {
    Map<UUID, SettlingSlice.Candidate> counts = new LinkedHashMap<>();
    Sql.list(
        connection,
        """
        select s.account, s.item, s.readings, o.id, o.t, o.uncertainty, o.arrived,
               exists (
                 select from ledger l
                   join operation m on m.site = l.site and m.device = l.device
                    and m.epoch = l.epoch and m.seq = l.seq
                  where l.site = s.site and l.account = s.account and l.item = s.item and l.moved
                    and l.device <> s.device
                    and abs(l.t - s.t) <= m.uncertainty + o.uncertainty
                    and exists (select from jsonb_array_elements(s.readings -> 'readings') r
                                 where r ->> 'posted' <> '0')
                  group by l.t, l.device, l.epoch, l.seq, l.idx
                 having sum(l.delta) <> 0) as ambiguous
          from statement s
          join operation o on o.site = s.site and o.id = s.operation and not o.repeated
         where s.site = ? and s.kind = 'COUNT' and not s.resting
           and not exists (select from settlement f
                            where f.site = s.site and f.operation = s.operation)
         order by s.t, s.device, s.epoch, s.seq, s.idx, s.item
        """,
        row ->
            counts.merge(
                PostgresJournal.id(row, "id"), candidate(row), SettlingSlice.Candidate::and),
        site);
    return new SettlingSlice(
        PostgresSlice.settings(connection, site), List.copyOf(counts.values()), devices());
  }

  private static SettlingSlice.Candidate candidate(ResultSet row) throws SQLException {
    String item = row.getString("item");
    List<SettlingSlice.Key> keys = new ArrayList<>();
    for (Reading reading : Columns.readings(row.getString("readings")).values()) {
      keys.add(new SettlingSlice.Key(item, reading.lot(), reading.status()));
    }
    return new SettlingSlice.Candidate(
        PostgresJournal.id(row, "id"),
        Account.parse(row.getString("account")),
        new Corrected(row.getLong("t"), row.getLong("uncertainty")),
        row.getLong("arrived"),
        row.getBoolean("ambiguous"),
        keys);
  }

  private List<SettlingSlice.Listener> devices() throws SQLException {
    return Sql.list(
        connection,
        """
        select device, coalesce(anchor_server_time, 0)
          from device d
         where site = ? and kind = 'HANDHELD' and not revoked
           and (exists (select from presence p where p.site = d.site and p.device = d.device)
                or exists (select from work w
                            where w.site = d.site and w.device = d.device and w.state = 'CLAIMED'))
        """,
        row -> new SettlingSlice.Listener(row.getString(1), row.getLong(2)),
        site);
  }
}
