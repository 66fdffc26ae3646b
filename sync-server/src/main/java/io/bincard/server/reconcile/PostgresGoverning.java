package io.bincard.server.reconcile;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Intent;
import io.bincard.model.operation.ServerRecord;
import io.bincard.server.db.Sql;
import io.bincard.server.work.PostgresWork;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes what decisions and records of the server say about orders, lots and work. */
final class PostgresGoverning {
  private final Connection connection;
  private final String site;
  private final long now;
  private final PostgresWork work;

  PostgresGoverning(Connection connection, String site, long now) {
    this.connection = connection;
    this.site = site;
    this.now = now;
    this.work = new PostgresWork(connection, site);
  }

  void apply(Arrival arrival) throws SQLException {
    Body body = arrival.operation() == null ? null : arrival.operation().body();
    switch (body) {
      case Decision.OrderPlaced placed -> place(placed);
      case Decision.OrderChanged changed -> work.orderWanted(changed.line().order(), true);
      case Decision.OrderCancelled cancelled when cancelled.onlyLine() == null ->
          work.orderWanted(cancelled.order(), false);
      case Decision.LotHeld held ->
          lot(held.item(), held.lot(), held.recalled() ? "RECALLED" : "HELD");
      case Decision.LotReleased released -> lot(released.item(), released.lot(), "AVAILABLE");
      case Intent.WorkReleased released -> work.released(released);
      case ServerRecord.LeaseGranted granted -> work.leaseGranted(granted);
      case ServerRecord.LeaseLost lost -> work.leaseLost(lost);
      case ServerRecord.Allocated allocated -> work.allocated(allocated);
      case ServerRecord.TaskCreated task -> work.taskCreated(task);
      case null, default -> {
        // its rows were planned
      }
    }
  }

  private void place(Decision.OrderPlaced placed) throws SQLException {
    Sql.update(
        connection,
        """
        insert into orders (site, order_id, customer, priority, state, placed)
        values (?, ?, ?, ?, 'OPEN', ?)
        on conflict (site, order_id)
        do update set customer = excluded.customer, priority = excluded.priority, changed = default
        """,
        site,
        placed.order(),
        placed.customer(),
        placed.priority(),
        now);
    work.orderPlaced(placed.order(), placed.customer());
  }

  private void lot(String item, String lot, String status) throws SQLException {
    Sql.update(
        connection,
        """
        insert into lot (site, item, lot, status) values (?, ?, ?, ?)
        on conflict (site, item, lot) do update set status = excluded.status, changed = default
        """,
        site,
        item,
        lot,
        status);
  }
}
