package io.bincard.server.catalog;

import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lots, in the table of that name. Safe for any number of threads. */
public final class PostgresLots {
  private final Database database;

  public PostgresLots(Database database) {
    this.database = database;
  }

  /** Those of the lots that there are. */
  public Map<Lot.Key, Lot> present(Collection<Lot.Key> keys) {
    return database
        .inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    """
                    select site, item, lot, expiry, status
                    from lot
                    join unnest(?::text[], ?::text[], ?::text[]) as wanted (site, item, lot)
                      using (site, item, lot)
                    """,
                    PostgresLots::read,
                    keys.stream().map(Lot.Key::site).toArray(String[]::new),
                    keys.stream().map(Lot.Key::item).toArray(String[]::new),
                    keys.stream().map(Lot.Key::lot).toArray(String[]::new)))
        .stream()
        .collect(Collectors.toMap(Lot::key, Function.identity()));
  }

  /** Adds lots as they are; of those that there are, only the expiry. One transaction. */
  public void write(List<Lot> lots) {
    database.inTransaction(
        connection ->
            Sql.update(
                connection,
                """
                insert into lot (site, item, lot, expiry, status)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[]::date[], ?::text[])
                on conflict (site, item, lot) do update set expiry = excluded.expiry,
                  changed = default
                """,
                lots.stream().map(lot -> lot.key().site()).toArray(String[]::new),
                lots.stream().map(lot -> lot.key().item()).toArray(String[]::new),
                lots.stream().map(lot -> lot.key().lot()).toArray(String[]::new),
                lots.stream()
                    .map(lot -> Objects.toString(lot.expiry(), null))
                    .toArray(String[]::new),
                lots.stream().map(lot -> lot.status().name()).toArray(String[]::new)));
  }

  private static Lot read(ResultSet row) throws SQLException {
    return new Lot(
        new Lot.Key(row.getString("site"), row.getString("item"), row.getString("lot")),
        row.getObject("expiry", LocalDate.class),
        LotStatus.valueOf(row.getString("status")));
  }
}
