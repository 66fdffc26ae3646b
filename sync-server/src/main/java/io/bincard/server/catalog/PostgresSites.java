package io.bincard.server.catalog;

import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sites, in the table of that name. Safe for any number of threads. */
public final class PostgresSites {
  private final Database database;

  public PostgresSites(Database database) {
    this.database = database;
  }

  /** The codes of all sites. */
  public List<String> codes() {
    return database.inSnapshot(
        connection ->
            Sql.list(connection, "select site from site order by site", row -> row.getString(1)));
  }

  /** Those of the sites that there are. */
  public Map<String, Site> present(Collection<String> sites) {
    return database
        .inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    """
                    select site, name, zone, company_prefix, negative_stock_allowed,
                      count_wait, lease_time, clock_limit
                    from site where site = any(?)
                    """,
                    row ->
                        new Site(
                            row.getString("site"),
                            row.getString("name"),
                            row.getString("zone"),
                            row.getString("company_prefix"),
                            row.getBoolean("negative_stock_allowed"),
                            duration(row.getLong("count_wait")),
                            duration(row.getLong("lease_time")),
                            duration(row.getLong("clock_limit"))),
                    (Object) sites.toArray(String[]::new)))
        .stream()
        .collect(Collectors.toMap(Site::site, Function.identity()));
  }

  /** Makes the sites so, new or not, in one transaction. */
  public void write(List<Site> sites) {
    database.inTransaction(
        connection ->
            Sql.update(
                connection,
                """
                insert into site (site, name, zone, company_prefix, negative_stock_allowed,
                  count_wait, lease_time, clock_limit)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[],
                  ?::bigint[], ?::bigint[], ?::bigint[])
                on conflict (site) do update set name = excluded.name, zone = excluded.zone,
                  company_prefix = excluded.company_prefix,
                  negative_stock_allowed = excluded.negative_stock_allowed,
                  count_wait = excluded.count_wait, lease_time = excluded.lease_time,
                  clock_limit = excluded.clock_limit, changed = default
                """,
                sites.stream().map(Site::site).toArray(String[]::new),
                sites.stream().map(Site::name).toArray(String[]::new),
                sites.stream().map(Site::zone).toArray(String[]::new),
                sites.stream().map(Site::companyPrefix).toArray(String[]::new),
                sites.stream().map(Site::negativeStockAllowed).toArray(Boolean[]::new),
                sites.stream().mapToLong(site -> micros(site.countWait())).toArray(),
                sites.stream().mapToLong(site -> micros(site.leaseTime())).toArray(),
                sites.stream().mapToLong(site -> micros(site.clockLimit())).toArray()));
  }

  private static Duration duration(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
