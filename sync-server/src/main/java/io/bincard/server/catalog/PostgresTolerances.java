package io.bincard.server.catalog;

import io.bincard.model.stock.Quantity;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tolerances, in the table of that name. Safe for any number of threads. */
public final class PostgresTolerances {
  private final Database database;

  public PostgresTolerances(Database database) {
    this.database = database;
  }

  /** What was last set for these. */
  public Map<Tolerance.Key, Tolerance> present(Collection<Tolerance.Key> keys) {
    return database
        .inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    """
                    select distinct on (site, location, item, class)
                      site, location, item, class, units
                    from tolerance
                    join unnest(?::text[], ?::text[], ?::text[], ?::text[])
                      as wanted (site, location, item, class) using (site, location, item, class)
                    order by site, location, item, class, valid_from desc
                    """,
                    row ->
                        new Tolerance(
                            new Tolerance.Key(
                                row.getString("site"),
                                row.getString("location"),
                                row.getString("item"),
                                row.getString("class")),
                            new Quantity(row.getLong("units"))),
                    keys.stream().map(Tolerance.Key::site).toArray(String[]::new),
                    keys.stream().map(Tolerance.Key::location).toArray(String[]::new),
                    keys.stream().map(Tolerance.Key::item).toArray(String[]::new),
                    keys.stream().map(Tolerance.Key::itemClass).toArray(String[]::new)))
        .stream()
        .collect(Collectors.toMap(Tolerance::key, Function.identity()));
  }

  /** Sets tolerances from now on, in one transaction; what was set before is kept. */
  public void set(List<Tolerance> tolerances) {
    database.inTransaction(
        connection ->
            Sql.update(
                connection,
                """
                insert into tolerance (valid_from, site, location, item, class, units)
                select ?, * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                on conflict (site, location, item, class, valid_from)
                  do update set units = excluded.units
                """,
                Sql.now(connection),
                tolerances.stream().map(tolerance -> tolerance.key().site()).toArray(String[]::new),
                tolerances.stream()
                    .map(tolerance -> tolerance.key().location())
                    .toArray(String[]::new),
                tolerances.stream().map(tolerance -> tolerance.key().item()).toArray(String[]::new),
                tolerances.stream()
                    .map(tolerance -> tolerance.key().itemClass())
                    .toArray(String[]::new),
                tolerances.stream()
                    .mapToLong(tolerance -> tolerance.units().millionths())
                    .toArray()));
  }
}
