package io.bincard.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Goods;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Outcome;
import io.bincard.server.db.Database;
import io.bincard.server.db.DatabaseSettings;
import io.bincard.server.db.Sql;
import io.bincard.server.db.TestDatabase;
import io.bincard.server.reconcile.Entry;
import io.bincard.server.reconcile.PostgresStore;
import io.bincard.server.reconcile.StoreReconciler;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A site whose history is made through the one door, and whose tables can be tampered with. */
final class AuditedSite implements AutoCloseable {
  static final String NORTH = "NORTH";

  private final DatabaseSettings settings = TestDatabase.freshSettings();
  final Database database = Database.open(settings);
  final StoreReconciler reconciler =
      new StoreReconciler(new PostgresStore(database), "S-1", this::id);

  private final AtomicLong ids = new AtomicLong();

  AuditedSite() {
    execute("insert into site (site, name, zone) values ('NORTH', 'North', 'Europe/Berlin')");
  }

  void execute(String sql) {
    database.inTransaction(connection -> Sql.update(connection, sql));
  }

  /** An id for an operation: the same ones each time. */
  UUID id() {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + ids.incrementAndGet());
  }

  /** Writes one row as somebody with the keys to the database, until it is restored. */
  void tamper(String table, String sql) {
    asOwner(
        statement -> {
          statement.execute("drop table if exists kept");
          statement.execute("create table kept as table " + table);
          assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
        });
  }

  void restore(String table) {
    asOwner(
        statement -> {
          statement.execute("truncate " + table);
          statement.execute("insert into " + table + " table kept");
        });
  }

  private interface Work {
    void run(Statement statement) throws SQLException;
  }

  private void asOwner(Work work) {
    DatabaseSettings.Login owner = settings.owner();
    try (Connection connection =
            DriverManager.getConnection(settings.url(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      work.run(statement);
    } catch (SQLException objects) {
      throw new AssertionError(objects);
    }
  }

  Handheld handheld(String device, String user) {
    execute(
        "insert into device (site, device, name, kind, enrolled, last_contact, epoch)"
            + " values ('NORTH', '%s', 'test', 'HANDHELD', 0, 0, 1)".formatted(device));
    return new Handheld(this, device, user);
  }

  Outcome decide(Body body) {
    return decideAll(body).get(0);
  }

  Outcome decideAs(String user, Body body) {
    return reconciler.record(NORTH, List.of(new Entry(id(), user, body))).get(0);
  }

  List<Outcome> decideAll(Body... bodies) {
    List<Entry> entries = List.of(bodies).stream().map(b -> new Entry(id(), "marta", b)).toList();
    return reconciler.record(NORTH, entries);
  }

  /** What a query of one column finds. */
  List<String> all(String sql) {
    return database.inTransaction(c -> Sql.list(c, sql, row -> row.getString(1)));
  }

  Report audit() {
    return Audit.run(database, new AuditListener() {});
  }

  List<String> differences() {
    return audit().differences().stream().map(Difference::sentence).toList();
  }

  static Goods goods(String item, long units) {
    return Goods.of(item, "", Quantity.units(units));
  }

  static Goods goods(String item, String lot, long units) {
    return Goods.of(item, lot, Quantity.units(units));
  }

  @Override
  public void close() {
    database.close();
  }
}
