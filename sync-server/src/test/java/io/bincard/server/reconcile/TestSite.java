package io.bincard.server.reconcile;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Goods;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Outcome;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import io.bincard.server.db.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A site of its own in the database that these tests share, and what the tables say of it. */
final class TestSite implements AutoCloseable {
  private static final AtomicInteger SITES = new AtomicInteger();

  final String site = "NORTH-" + SITES.incrementAndGet();
  final Database database = Shared.DATABASE;
  final StoreReconciler reconciler =
      new StoreReconciler(new PostgresStore(database), "S-1", UUID::randomUUID);

  private static final class Shared {
    static final Database DATABASE = TestDatabase.fresh();
  }

  TestSite() {
    execute("insert into site (site, name, zone) values ('NORTH', 'North', 'Europe/Berlin')");
  }

  /** Runs a statement in which NORTH stands for this site. */
  void execute(String sql) {
    database.inTransaction(connection -> Sql.update(connection, here(sql)));
  }

  private String here(String sql) {
    return sql.replace("'NORTH'", "'" + site + "'");
  }

  /** A device of this site; no two in a database have one name, so the site's is part of it. */
  TestDevice device(String device, String user) {
    String name = device + " " + site;
    execute(
        "insert into device (site, device, name, kind, enrolled, last_contact, epoch)"
            + " values ('NORTH', '%s', 'test', 'HANDHELD', 0, 0, 1)".formatted(name));
    return new TestDevice(site, name, user, 1);
  }

  Outcome decide(Body body) {
    return decideAll(body).get(0);
  }

  /** Decides several things at one moment. */
  List<Outcome> decideAll(Body... bodies) {
    return reconciler.record(
        site, Stream.of(bodies).map(body -> new Entry(UUID.randomUUID(), "marta", body)).toList());
  }

  int settle() {
    return reconciler.settle(site);
  }

  static Goods goods(String item, long units) {
    return Goods.of(item, "", Quantity.units(units));
  }

  /** Balances other than zero, as {@code account item lot -> quantity}. */
  Map<String, String> balances() {
    Map<String, String> found = new TreeMap<>();
    database.inTransaction(
        connection ->
            Sql.list(
                connection,
                here(
                    "select account, item, lot, quantity from balance"
                        + " where site = 'NORTH' and quantity <> 0"),
                row ->
                    found.put(
                        (row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                            .strip(),
                        new Quantity(row.getLong(4)).toString())));
    return found;
  }

  List<String> openDiscrepancies() {
    return new ArrayList<>(
        database.inTransaction(
            connection ->
                Sql.list(
                    connection,
                    here(
                        "select code || ': ' || summary from discrepancy"
                            + " where site = 'NORTH' and open order by 1"),
                    row -> row.getString(1))));
  }

  /** The operations that evidence what is open under a code. */
  List<UUID> evidence(String code) {
    return database.inTransaction(
        connection ->
            Sql.list(
                connection,
                here(
                    "select unnest(evidence)::text from discrepancy"
                        + " where site = 'NORTH' and open and code = ?"),
                row -> UUID.fromString(row.getString(1)),
                code));
  }

  String orderState(String order) {
    return database.inTransaction(
        connection ->
            Sql.first(
                    connection,
                    here("select state from orders where site = 'NORTH' and order_id = ?"),
                    row -> row.getString(1),
                    order)
                .orElseThrow());
  }

  /** Order lines, as {@code order/line item ordered 1 picked 1 packed 1 cancelled}. */
  List<String> lines() {
    return database.inTransaction(
        connection ->
            Sql.list(
                connection,
                here("select * from order_line where site = 'NORTH' order by order_id, line"),
                row ->
                    "%s/%d %s ordered %s picked %s packed %s%s"
                        .formatted(
                            row.getString("order_id"),
                            row.getInt("line"),
                            row.getString("item"),
                            new Quantity(row.getLong("ordered")),
                            new Quantity(row.getLong("picked")),
                            new Quantity(row.getLong("packed")),
                            row.getBoolean("cancelled") ? " cancelled" : "")));
  }

  @Override
  public void close() {
    // the database stays for the next site
  }
}
