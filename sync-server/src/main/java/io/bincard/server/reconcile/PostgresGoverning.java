package io.bincard.server.reconcile;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Fact;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes what decisions and records of the server say about orders, lots and work. */
final class PostgresGoverning {
  private final Connection connection;
  private final String site;
  private final long now;

  PostgresGoverning(Connection connection, String site, long now) {
    this.connection = connection;
    this.site = site;
    this.now = now;
  }

  void apply(Arrival arrival) throws SQLException {
    Body body = arrival.operation() == null ? null : arrival.operation().body();
    switch (body) {
      case Decision.OrderPlaced placed -> place(placed);
      case Decision.OrderChanged changed -> state(changed.line().order(), "OPEN", "CANCELLED");
      case Decision.OrderCancelled cancelled when cancelled.onlyLine() == null ->
          state(cancelled.order(), "CANCELLED", "OPEN");
      case Decision.LotHeld held ->
          lot(held.item(), held.lot(), held.recalled() ? "RECALLED" : "HELD");
      case Decision.LotReleased released -> lot(released.item(), released.lot(), "AVAILABLE");
      case Fact.Dispatched dispatched -> state(dispatched.order(), "DISPATCHED", "OPEN");
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
        do update set customer = excluded.customer, priority = excluded.priority, state = 'OPEN',
                      changed = default
        """,
        site,
        placed.order(),
        placed.customer(),
        placed.priority(),
        now);
  }

  private void state(String order, String state, String from) throws SQLException {
    Sql.update(
        connection,
        """
        update orders set state = ?, changed = default where site = ? and order_id = ? and state = ?
        """,
        state,
        site,
        order,
        from);
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
