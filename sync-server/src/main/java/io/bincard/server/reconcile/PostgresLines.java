package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.Effect;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;
import io.bincard.server.db.Bulk;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Locks and reads order lines. A line nobody ordered has no row yet, and gets one to lock. */
final class PostgresLines {
  private final Connection connection;
  private final String site;

  /** A row, and the steps of the line. */
  private record Loading(
      String item,
      Quantity ordered,
      Quantity picked,
      Quantity packed,
      boolean cancelled,
      List<Subject.LineEntry> entries) {
    StoredLine stored() {
      return new StoredLine(item, ordered, picked, packed, cancelled, entries);
    }
  }

  PostgresLines(Connection connection, String site) {
    this.connection = connection;
    this.site = site;
  }

  Map<OrderLine, StoredLine> load(Set<OrderLine> lines, Set<String> orders) throws SQLException {
    Set<OrderLine> wanted = new TreeSet<>(lines);
    if (!orders.isEmpty()) {
      wanted.addAll(
          Sql.list(
              connection,
              "select order_id, line from order_line where site = ? and order_id = any(?)",
              PostgresLines::line,
              site,
              orders.toArray(String[]::new)));
    }
    Map<OrderLine, Loading> found = lock(wanted);
    if (found.size() < wanted.size()) {
      addMissing(wanted);
      found = lock(wanted);
    }
    entries(found);
    Map<OrderLine, StoredLine> stored = new HashMap<>();
    found.forEach((line, loading) -> stored.put(line, loading.stored()));
    return stored;
  }

  private Map<OrderLine, Loading> lock(Set<OrderLine> wanted) throws SQLException {
    Map<OrderLine, Loading> found = new TreeMap<>();
    bulk(wanted)
        .list(
            connection,
            """
            select l.order_id, l.line, l.item, l.ordered, l.picked, l.packed, l.cancelled
              from unnest(?::text[], ?::integer[]) as w (order_id, line)
              join order_line l on l.site = ? and l.order_id = w.order_id and l.line = w.line
             order by l.order_id, l.line for update of l
            """,
            row -> found.put(line(row), loading(row)),
            site);
    return found;
  }

  private void addMissing(Set<OrderLine> wanted) throws SQLException {
    bulk(wanted)
        .run(
            connection,
            """
            insert into order_line (order_id, line, item, ordered, picked, packed, site)
            select o, l, '', 0, 0, 0, s
              from unnest(?::text[], ?::integer[]) as w (o, l), (values (?)) as here (s)
             order by o, l
            on conflict do nothing
            """,
            site);
  }

  private void entries(Map<OrderLine, Loading> lines) throws SQLException {
    bulk(lines.keySet())
        .list(
            connection,
            """
            select e.order_id, e.line, e.operation, e.t, e.device, e.epoch, e.seq, e.idx, e.stage,
                   e.quantity
              from unnest(?::text[], ?::integer[]) as w (order_id, line)
              join line_entry e on e.site = ? and e.order_id = w.order_id and e.line = w.line
             order by e.t, e.device, e.epoch, e.seq, e.idx
            """,
            row -> {
              Loading loading = lines.get(line(row));
              return loading != null && loading.entries().add(entry(row));
            },
            site);
  }

  private static Bulk bulk(Set<OrderLine> lines) {
    Bulk bulk = new Bulk();
    lines.forEach(line -> bulk.add(line.order(), line.line()));
    return bulk;
  }

  private static OrderLine line(ResultSet row) throws SQLException {
    return new OrderLine(row.getString("order_id"), row.getInt("line"));
  }

  private static Loading loading(ResultSet row) throws SQLException {
    return new Loading(
        row.getString("item"),
        new Quantity(row.getLong("ordered")),
        new Quantity(row.getLong("picked")),
        new Quantity(row.getLong("packed")),
        row.getBoolean("cancelled"),
        new ArrayList<>());
  }

  private static Subject.LineEntry entry(ResultSet row) throws SQLException {
    return new Subject.LineEntry(
        PostgresJournal.id(row, "operation"),
        PostgresReferences.position(row),
        Effect.Stage.valueOf(row.getString("stage")),
        new Quantity(row.getLong("quantity")));
  }
}
