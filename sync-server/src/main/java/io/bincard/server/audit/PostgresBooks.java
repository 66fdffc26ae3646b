package io.bincard.server.audit;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.ServerRecord.CountSettled;
import io.bincard.model.stock.Coverage;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Outcome;
import io.bincard.model.time.Anchor;
import io.bincard.model.time.Corrected;
import io.bincard.model.time.Position;
import io.bincard.server.db.Cursor;
import io.bincard.server.db.Database;
import io.bincard.server.db.DatabaseException;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say at one moment. Everything long comes as a cursor, in the order of its key.
 */
final class PostgresBooks {
  private final Connection connection;

  private PostgresBooks(Connection connection) {
    this.connection = connection;
  }

  /** Opens the books at this moment. Nothing can be written, and no table is locked. */
  static <T> T inSnapshot(Database database, Function<PostgresBooks, T> reading) {
    return database.inSnapshot(
        connection -> {
          // Sorting a large table takes longer than any request may.
          Sql.list(
              connection,
              """
              select set_config('statement_timeout', '0', true),
                     set_config('idle_in_transaction_session_timeout', '0', true)
              """,
              row -> true);
          return reading.apply(new PostgresBooks(connection));
        });
  }

  long now() {
    return run(() -> Sql.now(connection));
  }

  /** All sites, in the order of their names. */
  List<SiteRules> sites() {
    return run(
        () ->
            Sql.list(
                connection,
                "select site, negative_stock_allowed, zone from site order by site",
                row ->
                    new SiteRules(
                        row.getString(1), row.getBoolean(2), ZoneId.of(row.getString(3)))));
  }

  Map<String, Found.Device> devices(String site) {
    Map<String, Found.Device> found = new HashMap<>();
    run(
        () ->
            Sql.list(
                connection,
                """
                select device, kind = 'SERVER' as own_clock, epoch, seq, hash, last_t,
                       anchor_run as run, anchor_monotonic as monotonic,
                       anchor_server_time as server_time, anchor_uncertainty as uncertainty
                  from device
                 where site = ?
                """,
                row -> found.put(row.getString("device"), device(row)),
                site));
    return found;
  }

  private static Found.Device device(ResultSet row) throws SQLException {
    String run = row.getString("run");
    return new Found.Device(
        row.getString("device"),
        row.getBoolean("own_clock"),
        row.getInt("epoch"),
        row.getLong("seq"),
        row.getString("hash"),
        row.getObject("last_t", Long.class),
        run == null
            ? null
            : new Anchor(
                run,
                row.getLong("monotonic"),
                row.getLong("server_time"),
                row.getLong("uncertainty")));
  }

  Cursor<Found.Operation> operations(String site) {
    return open(
        """
        select device, epoch, seq, id, hash, prev_hash, t, uncertainty, arrived, person, type,
               outcome, repeated, line
          from operation
         where site = ?
         order by device, epoch, seq
        """,
        row ->
            new Found.Operation(
                row.getString("device"),
                row.getInt("epoch"),
                row.getLong("seq"),
                id(row, "id"),
                row.getString("hash"),
                row.getString("prev_hash"),
                new Corrected(row.getLong("t"), row.getLong("uncertainty")),
                row.getLong("arrived"),
                row.getString("person"),
                row.getString("type"),
                Outcome.Kind.valueOf(row.getString("outcome")),
                row.getBoolean("repeated"),
                row.getString("line")),
        site);
  }

  /** The lines that record anchors, in the order of the journals. */
  Cursor<Found.AnchorLine> anchors(String site) {
    return open(
        """
        select device, epoch, seq, line
          from operation
         where site = ? and type = ?
         order by device, epoch, seq
        """,
        row ->
            new Found.AnchorLine(
                row.getString("device"),
                row.getInt("epoch"),
                row.getLong("seq"),
                row.getString("line")),
        site,
        Fact.TimeAnchored.class.getSimpleName());
  }

  /** Operations set aside as repeated that repeat nothing. */
  Cursor<String> repeatingNothing(String site) {
    return open(
        """
        select device || '/' || epoch || '/' || seq
          from operation r
         where site = ? and repeated
           and not exists (select from operation o
                            where o.site = r.site and o.id = r.id and not o.repeated)
         order by device, epoch, seq
        """,
        row -> row.getString(1),
        site);
  }

  Cursor<Found.Forked> forked(String site) {
    return open(
        """
        select device, epoch, seq, hash, id, line
          from forked_operation
         where site = ?
         order by device, epoch, seq, hash collate "C"
        """,
        row ->
            new Found.Forked(
                row.getString("device"),
                row.getInt("epoch"),
                row.getLong("seq"),
                row.getString("hash"),
                id(row, "id"),
                row.getString("line")),
        site);
  }

  Cursor<Found.Voided> voids(String site) {
    return open(
        "select target, by from void where site = ? order by target",
        row -> new Found.Voided(id(row, "target"), id(row, "by")),
        site);
  }

  Cursor<Found.Settlement> settlements(String site) {
    return open(
        "select operation, record from settlement where site = ? order by operation",
        row ->
            new Found.Settlement(
                id(row, "operation"), StoredJson.read(CountSettled.class, row.getString("record"))),
        site);
  }

  /** Meanings that somebody assigned at this site. */
  Cursor<Found.Barcode> assignedBarcodes(String site) {
    return barcodes("site = ? and operation is not null", site);
  }

  /** Meanings from the master data, of every site and of this one. */
  Cursor<Found.Barcode> importedBarcodes(String site) {
    return barcodes("site in ('', ?) and operation is null", site);
  }

  private Cursor<Found.Barcode> barcodes(String condition, String site) {
    return open(
        "select site, code, valid_from, item, pack from barcode where "
            + condition
            + " order by code, valid_from, site",
        row ->
            new Found.Barcode(
                row.getString("site"),
                row.getString("code"),
                row.getLong("valid_from"),
                row.getString("item"),
                quantity(row, "pack")),
        site);
  }

  Cursor<Found.Scan> scans(String site) {
    return open(
        """
        select code, t, device, epoch, seq, idx, operation, source, destination, packs,
               resolved_item, resolved_pack
          from unknown_scan
         where site = ?
         order by code, t, device, epoch, seq, idx
        """,
        row ->
            new Found.Scan(
                row.getString("code"),
                position(row),
                id(row, "operation"),
                row.getString("source"),
                row.getString("destination"),
                quantity(row, "packs"),
                row.getString("resolved_item"),
                quantity(row, "resolved_pack")),
        site);
  }

  Cursor<Found.Carton> cartons(String site) {
    return open(
        "select carton, order_id, operation from carton where site = ? order by carton, operation",
        row ->
            new Found.Carton(
                row.getString("carton"), row.getString("order_id"), id(row, "operation")),
        site);
  }

  /** The cartons that left the house. */
  Cursor<Found.Carton> departures(String site) {
    return open(
        """
        select carton, order_id, operation
          from departure
         where site = ?
         order by order_id, carton, operation
        """,
        row ->
            new Found.Carton(
                row.getString("carton"), row.getString("order_id"), id(row, "operation")),
        site);
  }

  Cursor<Found.Statement> statements(String site) {
    return open(
        """
        select account, item, t, device, epoch, seq, idx, operation, kind, coverage, lots, task,
               person, stated, contra, tolerance, decision, readings
          from statement
         where site = ?
         order by account, item, t, device, epoch, seq, idx
        """,
        row ->
            new Found.Statement(
                row.getString("account"),
                row.getString("item"),
                position(row),
                id(row, "operation"),
                row.getString("kind"),
                coverage(row),
                row.getString("task"),
                row.getString("person"),
                quantity(row, "stated"),
                row.getString("contra"),
                quantity(row, "tolerance"),
                row.getString("decision"),
                StoredJson.readings(row.getString("readings"))),
        site);
  }

  private static Coverage coverage(ResultSet row) throws SQLException {
    Set<String> lots = StoredJson.lots(row.getString("lots"));
    return switch (row.getString("coverage")) {
      case "ALL" -> new Coverage.AcrossLots();
      case "LOT" -> new Coverage.OneLot(String.join(" ", lots)); // one, unless somebody wrote more
      default -> new Coverage.EveryLotExcept(lots);
    };
  }

  Cursor<Found.AccountStatement> accountStatements(String site) {
    return open(
        """
        select account, t, device, epoch, seq, idx, operation, kind, task, person, except_keys,
               contra, decision
          from account_statement
         where site = ?
         order by account, t, device, epoch, seq, idx
        """,
        row ->
            new Found.AccountStatement(
                row.getString("account"),
                position(row),
                id(row, "operation"),
                row.getString("kind"),
                row.getString("task"),
                row.getString("person"),
                StoredJson.keys(row.getString("except_keys")),
                row.getString("contra"),
                row.getString("decision")),
        site);
  }

  Cursor<Found.Sum> balances(String site) {
    return open(
        """
        select account, item, lot, quantity from balance
         where site = ? order by account, item, lot
        """,
        row -> new Found.Sum(three(row), null, row.getBigDecimal("quantity")),
        site);
  }

  /** What each effect added to each balance, all its entries together. */
  Cursor<Found.Sum> ledger(String site) {
    return open(
        """
        select account, item, lot, t, device, epoch, seq, idx, sum(delta) as quantity
          from ledger
         where site = ?
         group by account, item, lot, t, device, epoch, seq, idx
        having sum(delta) <> 0
         order by account, item, lot, t, device, epoch, seq, idx
        """,
        row -> new Found.Sum(three(row), position(row), row.getBigDecimal("quantity")),
        site);
  }

  /** What each effect added to each stage of each order line. */
  Cursor<Found.Sum> lineEntries(String site) {
    return open(
        """
        select order_id, line::text collate "C" as line, stage collate "C" as stage,
               t, device, epoch, seq, idx, sum(quantity) as quantity
          from line_entry
         where site = ?
         group by 1, 2, 3, t, device, epoch, seq, idx
        having sum(quantity) <> 0
         order by 1, 2, 3, t, device, epoch, seq, idx
        """,
        row -> new Found.Sum(three(row), position(row), row.getBigDecimal("quantity")),
        site);
  }

  private static List<String> three(ResultSet row) throws SQLException {
    return List.of(row.getString(1), row.getString(2), row.getString(3));
  }

  /** The items whose balances do not add up to zero, with what they add up to. */
  Cursor<Found.Sum> itemsOutOfBalance(String site) {
    return open(
        """
        select item, sum(quantity) as quantity
          from balance
         where site = ?
         group by item
        having sum(quantity) <> 0
         order by item
        """,
        row -> new Found.Sum(List.of(row.getString("item")), null, row.getBigDecimal("quantity")),
        site);
  }

  Cursor<Found.Order> orders(String site) {
    return open(
        """
        select order_id, customer, priority, state, stops
          from orders
         where site = ?
         order by order_id
        """,
        row ->
            new Found.Order(
                row.getString("order_id"),
                row.getString("customer"),
                row.getInt("priority"),
                row.getString("state"),
                StoredJson.stops(row.getString("stops"))),
        site);
  }

  Cursor<Found.Work> work(String site) {
    return open(
        "select work, device, person, fence, expires from work where site = ? order by work",
        row ->
            new Found.Work(
                row.getString("work"),
                row.getString("device"),
                row.getString("person"),
                row.getLong("fence"),
                row.getLong("expires")),
        site);
  }

  Cursor<Found.OrderLine> orderLines(String site) {
    return open(
        """
        select order_id, line, item, ordered, picked, packed, cancelled
          from order_line
         where site = ?
         order by order_id, line
        """,
        row ->
            new Found.OrderLine(
                row.getString("order_id"),
                row.getInt("line"),
                row.getString("item"),
                quantity(row, "ordered"),
                quantity(row, "picked"),
                quantity(row, "packed"),
                row.getBoolean("cancelled")),
        site);
  }

  Cursor<Found.Discrepancy> discrepancies(String site) {
    return open(
        """
        select code, subject, open, holds, fingerprint, summary
          from discrepancy
         where site = ?
         order by code collate "C", subject
        """,
        row ->
            new Found.Discrepancy(
                row.getString("code"),
                row.getString("subject"),
                row.getBoolean("open"),
                row.getBoolean("holds"),
                row.getString("fingerprint"),
                row.getString("summary")),
        site);
  }

  List<Tolerances.Row> tolerances(String site) {
    return run(
        () ->
            Sql.list(
                connection,
                """
                select location, item, class, valid_from, units from tolerance where site = ?
                """,
                row ->
                    new Tolerances.Row(
                        row.getString("location"),
                        row.getString("item"),
                        row.getString("class"),
                        row.getLong("valid_from"),
                        quantity(row, "units")),
                site));
  }

  /** The class an item has now; empty if it has none, or nobody knows it. */
  String classOf(String item) {
    return run(
        () ->
            Sql.first(
                    connection,
                    "select class from item where item = ?",
                    row -> row.getString(1),
                    item)
                .orElse(""));
  }

  /** What is known of the lots of an item. */
  Map<String, Subject.LotState> lots(String site, String item) {
    Map<String, Subject.LotState> found = new HashMap<>();
    run(
        () ->
            Sql.list(
                connection,
                "select lot, expiry, status from lot where site = ? and item = ?",
                row -> found.put(row.getString("lot"), lot(row)),
                site,
                item));
    return found;
  }

  private static Subject.LotState lot(ResultSet row) throws SQLException {
    Date expiry = row.getDate("expiry");
    return new Subject.LotState(
        expiry == null ? null : expiry.toLocalDate(), !row.getString("status").equals("AVAILABLE"));
  }

  private static Position position(ResultSet row) throws SQLException {
    return new Position(
        row.getLong("t"),
        row.getString("device"),
        row.getInt("epoch"),
        row.getLong("seq"),
        row.getInt("idx"));
  }

  private static Quantity quantity(ResultSet row, String column) throws SQLException {
    return new Quantity(row.getLong(column));
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return UUID.fromString(row.getString(column));
  }

  private <T> Cursor<T> open(String sql, Sql.Reader<T> reader, @Nullable Object... parameters) {
    return run(() -> Cursor.open(connection, sql, reader, parameters));
  }

  @FunctionalInterface
  private interface Query<T> {
    T run() throws SQLException;
  }

  private static <T> T run(Query<T> query) {
    try {
      return query.run();
    } catch (SQLException failure) {
      throw new DatabaseException("the database objects: " + failure.getMessage(), failure);
    }
  }
}
