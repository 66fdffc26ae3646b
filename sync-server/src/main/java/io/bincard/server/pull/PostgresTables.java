package io.bincard.server.pull;

import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import io.bincard.server.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What of the database a handheld knows, and in which order it gets it. */
final class PostgresTables {
  private static final String IN_THE_HOUSE =
      "t.account not in ('supplier', 'customer', 'adjustment', 'consumed')"
          + " and t.account not like 'transit:%'";
  private static final String WORKS_HERE =
      "exists (select from person_site s where s.person = p.person and s.site = w.site)";
  private static final String WORKED_HERE =
      "exists (select from person_left l where l.person = p.person and l.site = w.site)";

  /** How far the state contains the device's own journal: the last of all rows. */
  static final PostgresTable HEAD =
      new PostgresTable(
          "head",
          List.of("t.device", "t.epoch", "t.seq", "t.hash"),
          "device t where t.site = w.site and t.device = w.device",
          "true",
          "t.changed",
          key("t.device"),
          row ->
              new Row.Head(
                  row.getString("device"),
                  row.getInt("epoch"),
                  row.getLong("seq"),
                  row.getString("hash")));

  /** All but the head. */
  static final List<PostgresTable> GOODS_AND_PEOPLE =
      List.of(
          ofSite(
              "site",
              "site",
              List.of("t.site", "t.name", "t.zone", "t.company_prefix"),
              "true",
              key("t.site"),
              row ->
                  new Row.Site(
                      row.getString("site"),
                      row.getString("name"),
                      row.getString("zone"),
                      row.getString("company_prefix"))),
          new PostgresTable(
              "item",
              List.of("t.item", "t.name", "t.unit", "t.tracking", "t.active"),
              "item t where true",
              "true",
              "t.changed",
              key("t.item"),
              row ->
                  new Row.Item(
                      row.getString("item"),
                      row.getString("name"),
                      row.getString("unit"),
                      row.getString("tracking"),
                      row.getBoolean("active"))),
          new PostgresTable(
              "barcode",
              List.of("t.code", "t.item", "t.pack", "t.valid_from"),
              "barcode t where t.site in ('', w.site)",
              "true",
              "t.changed",
              key("t.site", "t.code", "t.valid_from bigint"),
              row ->
                  new Row.Barcode(
                      row.getString("code"),
                      row.getString("item"),
                      quantity(row, "pack"),
                      row.getLong("valid_from"))),
          ofSite(
              "lot",
              "lot",
              List.of("t.item", "t.lot", "t.expiry", "t.status"),
              "true",
              key("t.item", "t.lot"),
              row ->
                  new Row.Lot(
                      row.getString("item"),
                      row.getString("lot"),
                      row.getObject("expiry", LocalDate.class),
                      row.getString("status"))),
          ofSite(
              "location",
              "location",
              List.of("t.location", "t.kind", "t.sequence", "t.active"),
              "true",
              key("t.location"),
              row ->
                  new Row.Location(
                      row.getString("location"),
                      row.getString("kind"),
                      row.getInt("sequence"),
                      row.getBoolean("active"))),
          new PostgresTable(
              "person",
              List.of(
                  "p.person",
                  "p.name",
                  "p.role",
                  "p.badge",
                  "p.pin_hash",
                  "p.active and " + WORKS_HERE + " as active"),
              "person p where (" + WORKS_HERE + " or " + WORKED_HERE + ")",
              "p.active and " + WORKS_HERE,
              "p.changed",
              key("p.person"),
              PostgresTables::person),
          ofSite(
              "order",
              "orders",
              List.of("t.order_id", "t.customer", "t.priority", "t.state"),
              "t.state <> 'DISPATCHED'",
              key("t.order_id"),
              row ->
                  new Row.Order(
                      row.getString("order_id"),
                      row.getString("customer"),
                      row.getInt("priority"),
                      row.getString("state"))),
          ofSite(
              "line",
              "order_line",
              List.of(
                  "t.order_id",
                  "t.line",
                  "t.item",
                  "t.ordered",
                  "t.picked",
                  "t.packed",
                  "t.cancelled"),
              """
              exists (select from orders o where o.site = t.site and o.order_id = t.order_id
                and o.state <> 'DISPATCHED')\
              """,
              key("t.order_id", "t.line integer"),
              row ->
                  new Row.Line(
                      row.getString("order_id"),
                      row.getInt("line"),
                      row.getString("item"),
                      quantity(row, "ordered"),
                      quantity(row, "picked"),
                      quantity(row, "packed"),
                      row.getBoolean("cancelled"))),
          ofSite(
              "allocation",
              "orders",
              List.of(
                  "jsonb_build_object('order', t.order_id, 'stops', t.stops)::text as allocation"),
              "t.state <> 'DISPATCHED' and t.stops <> '[]'",
              key("t.order_id"),
              PostgresTables::allocation),
          ofSite(
              "work",
              "work",
              List.of(
                  "t.work",
                  "t.kind",
                  "t.title",
                  "t.order_id",
                  "array(select jsonb_array_elements_text(t.locations)) as locations",
                  "t.state",
                  "t.device",
                  "t.fence",
                  "t.expires"),
              "t.state <> 'DONE'",
              key("t.work"),
              row ->
                  new Row.Work(
                      row.getString("work"),
                      row.getString("kind"),
                      row.getString("title"),
                      row.getString("order_id"),
                      Arrays.asList((String[]) row.getArray("locations").getArray()),
                      row.getString("state"),
                      row.getString("device"),
                      row.getLong("fence"),
                      row.getLong("expires"))),
          ofSite(
              "expected",
              "delivery_line",
              List.of("t.delivery", "t.line", "t.supplier", "t.item", "t.ordered", "t.received"),
              """
              exists (select from delivery_line d where d.site = t.site and d.delivery = t.delivery
                and d.received < d.ordered)\
              """,
              key("t.delivery", "t.line integer"),
              row ->
                  new Row.Expected(
                      row.getString("delivery"),
                      row.getInt("line"),
                      row.getString("supplier"),
                      row.getString("item"),
                      quantity(row, "ordered"),
                      quantity(row, "received"))),
          ofSite(
              "discrepancy",
              "discrepancy",
              List.of("t.code", "t.subject", "t.open", "t.summary"),
              "t.open",
              key("t.code", "t.subject"),
              row ->
                  new Row.Discrepancy(
                      row.getString("code"),
                      row.getString("subject"),
                      row.getBoolean("open"),
                      row.getString("summary"))),
          new PostgresTable(
              "stock",
              List.of("t.account", "t.item", "t.lot", "t.quantity"),
              "balance t where t.site = w.site and " + IN_THE_HOUSE,
              "t.quantity <> 0",
              "t.changed",
              key("t.account", "t.item", "t.lot"),
              row ->
                  new Row.Stock(
                      Account.parse(row.getString("account")),
                      row.getString("item"),
                      row.getString("lot"),
                      quantity(row, "quantity"))));

  /** Every kind of row, in the order in which they are handed out. */
  static final List<PostgresTable> ALL =
      Stream.concat(GOODS_AND_PEOPLE.stream(), Stream.of(HEAD)).toList();

  private PostgresTables() {}

  /**
   * Where a kind of row is in {@link #ALL}.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  static int indexOf(String name) {
    return IntStream.range(0, ALL.size())
        .filter(i -> ALL.get(i).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rows are called " + name));
  }

  private static PostgresTable ofSite(
      String name,
      String table,
      List<String> columns,
      String live,
      List<PostgresTable.Key> key,
      Sql.Reader<Row> reader) {
    return new PostgresTable(
        name, columns, table + " t where t.site = w.site", live, "t.changed", key, reader);
  }

  // "t.line integer" is a column and its type; a type that is not named is text.
  private static List<PostgresTable.Key> key(String... columns) {
    return Arrays.stream(columns)
        .map(column -> column.split(" ", -1))
        .map(parts -> new PostgresTable.Key(parts[0], parts.length > 1 ? parts[1] : "text"))
        .toList();
  }

  // Who may not log in here needs no badge and no PIN on a handheld.
  private static Row person(ResultSet row) throws SQLException {
    boolean active = row.getBoolean("active");
    return new Row.Person(
        row.getString("person"),
        row.getString("name"),
        row.getString("role"),
        active ? row.getString("badge") : "",
        active ? row.getString("pin_hash") : "",
        active);
  }

  private static Row allocation(ResultSet row) throws SQLException {
    String json = row.getString("allocation");
    try {
      return WireJson.read(Row.Allocation.class, json);
    } catch (UnreadableException corrupt) {
      throw new IllegalStateException("orders.stops is no list of stops: " + json, corrupt);
    }
  }

  private static Quantity quantity(ResultSet row, String column) throws SQLException {
    return new Quantity(row.getLong(column));
  }
}
