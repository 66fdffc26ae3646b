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

/** A site in a database of its own, and what its tables say. */
final class TestSite implements AutoCloseable {
  static final String NORTH = "NORTH";
  final Database database = TestDatabase.fresh();
  final StoreReconciler reconciler =
      new StoreReconciler(new PostgresStore(database), "S-1", UUID::randomUUID);

  TestSite() {
    execute("insert into site (site, name, zone) values ('NORTH', 'North', 'Europe/Berlin')");
  }

  void execute(String sql) {
    database.inTransaction(connection -> Sql.update(connection, sql));
  }

  TestDevice device(String device, String user) {
    execute(
        "insert into device (site, device, name, kind, enrolled, last_contact, epoch)"
            + " values ('NORTH', '%s', 'test', 'HANDHELD', 0, 0, 1)".formatted(device));
    return new TestDevice(NORTH, device, user);
  }

  Outcome decide(Body body) {
    return reconciler.record(NORTH, List.of(new Entry(UUID.randomUUID(), "marta", body))).get(0);
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
                "select account, item, lot, quantity from balance where quantity <> 0",
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
                    "select code || ': ' || summary from discrepancy where open order by 1",
                    row -> row.getString(1))));
  }

  @Override
  public void close() {
    database.close();
  }
}
