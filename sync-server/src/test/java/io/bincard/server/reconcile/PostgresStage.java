package io.bincard.server.reconcile;

import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import io.bincard.server.work.Bin;
import java.util.concurrent.atomic.AtomicInteger;

/** The stage in a database, a site a world. */
final class PostgresStage implements Stage {
  private static final AtomicInteger SITES = new AtomicInteger();

  private final Database database;
  private final Store store;
  private long now;

  PostgresStage(Database database) {
    this.database = database;
    this.store = new TurnedStore(new PostgresStore(database), () -> now);
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public void turnTo(long time) {
    now = time;
  }

  @Override
  public String found(World world) {
    String site = "W-" + SITES.incrementAndGet();
    execute(
        """
        insert into site (site, name, zone, negative_stock_allowed, count_wait, lease_time)
        values (?, 'World', ?, ?, ?, ?)
        """,
        site,
        world.settings().zone().getId(),
        world.settings().negativeAllowed(),
        world.settings().countWait(),
        world.settings().leaseTime());
    for (Tolerances.Row row : world.tolerances()) {
      execute(
          """
          insert into tolerance (site, location, item, class, valid_from, units)
          values (?, ?, ?, ?, ?, ?)
          """,
          site,
          row.location(),
          row.item(),
          row.itemClass(),
          row.validFrom(),
          row.tolerance().units().millionths());
    }
    for (String device : world.journals().keySet()) {
      execute(
          """
          insert into device (site, device, name, kind, enrolled, last_contact, epoch)
          values (?, ?, 'test', 'HANDHELD', 0, 0, 1)
          """,
          site,
          Stage.device(site, device));
    }
    return site;
  }

  @Override
  public void build(String site, Bin bin) {
    execute(
        "insert into location (site, location, kind, sequence, active) values (?, ?, ?, ?, ?)",
        site,
        bin.location(),
        bin.kind(),
        bin.sequence(),
        bin.active());
  }

  private void execute(String sql, Object... parameters) {
    database.inTransaction(connection -> Sql.update(connection, sql, parameters));
  }

  @Override
  public Books books(String site) {
    return TableBooks.of(database, site);
  }
}
