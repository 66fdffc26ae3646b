package io.bincard.server.orders;

import io.bincard.model.operation.Decision.OrderPlaced;
import io.bincard.model.stock.Quantity;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The orders, in the tables orders and order_line. Safe for any number of threads. */
public final class PostgresOrders {
  private final Database database;

  public PostgresOrders(Database database) {
    this.database = database;
  }

  /** Those of the orders that there are, as they are now. */
  public Map<CustomerOrder.Key, CustomerOrder> present(Collection<CustomerOrder.Key> keys) {
    String[] sites = keys.stream().map(CustomerOrder.Key::site).toArray(String[]::new);
    String[] orders = keys.stream().map(CustomerOrder.Key::order).toArray(String[]::new);
    return database.inSnapshot(
        connection -> {
          Map<CustomerOrder.Key, List<OrderPlaced.Line>> lines = lines(connection, sites, orders);
          Map<CustomerOrder.Key, CustomerOrder> found = new HashMap<>();
          for (CustomerOrder order : heads(connection, sites, orders)) {
            found.put(
                order.key(),
                CustomerOrder.of(
                    order.key(),
                    order.placed().customer(),
                    order.placed().priority(),
                    lines.getOrDefault(order.key(), List.of())));
          }
          return found;
        });
  }

  private static List<CustomerOrder> heads(Connection connection, String[] sites, String[] orders)
      throws SQLException {
    return Sql.list(
        connection,
        """
        select site, order_id, customer, priority
        from orders
        join unnest(?::text[], ?::text[]) as wanted (site, order_id) using (site, order_id)
        """,
        row ->
            CustomerOrder.of(
                new CustomerOrder.Key(row.getString("site"), row.getString("order_id")),
                row.getString("customer"),
                row.getInt("priority"),
                List.of()),
        sites,
        orders);
  }

  private static Map<CustomerOrder.Key, List<OrderPlaced.Line>> lines(
      Connection connection, String[] sites, String[] orders) throws SQLException {
    Map<CustomerOrder.Key, List<OrderPlaced.Line>> lines = new LinkedHashMap<>();
    Sql.list(
        connection,
        """
        select site, order_id, line, item, ordered
        from order_line
        join unnest(?::text[], ?::text[]) as wanted (site, order_id) using (site, order_id)
        order by site, order_id, line
        """,
        row ->
            lines
                .computeIfAbsent(
                    new CustomerOrder.Key(row.getString("site"), row.getString("order_id")),
                    key -> new ArrayList<>())
                .add(
                    new OrderPlaced.Line(
                        row.getInt("line"),
                        row.getString("item"),
                        new Quantity(row.getLong("ordered")))),
        sites,
        orders);
    return lines;
  }
}
