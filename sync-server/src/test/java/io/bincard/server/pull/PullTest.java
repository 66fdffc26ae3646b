package io.bincard.server.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.Row;
import io.bincard.model.sync.WireJson;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import io.bincard.server.db.TestDatabase;
import io.bincard.server.people.Person;
import io.bincard.server.people.PostgresPeople;
import io.bincard.server.people.Role;
import io.bincard.server.people.SecretHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullTest {
  private static final int MANY = 1000;

  private static final List<String> TABLES =
      List.of(
          "item",
          "barcode",
          "lot",
          "location",
          "person_left",
          "person_site",
          "person",
          "balance",
          "orders",
          "order_line",
          "work",
          "delivery_line",
          "discrepancy",
          "device",
          "site");

  private static Database database;
  private Pull pull;
  private Replica replica;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void twoSites() {
    pull = new Pull(database);
    replica = new Replica(pull, "HAM", "H-1");
    TABLES.forEach(table -> write("delete from " + table));
    write(
        """
        insert into site (site, name, zone, company_prefix) values
          ('HAM', 'Hamburg', 'Europe/Berlin', '4012345'), ('MUC', 'Munich', 'Europe/Berlin', '')\
        """,
        """
        insert into device (site, device, name, kind, enrolled, last_contact, epoch) values
          ('HAM', 'H-1', 'one', 'HANDHELD', 0, 0, 1), ('HAM', 'H-2', 'two', 'HANDHELD', 0, 0, 1),
          ('MUC', 'M-1', 'three', 'HANDHELD', 0, 0, 1)\
        """);
  }

  @AfterEach
  void stopPulling() {
    pull.close();
  }

  @Test
  void everyKindOfRowArrives() {
    write(
        "insert into item (item, name, unit, tracking) values ('SKU', 'A thing', 'pc', 'LOT')",
        "insert into barcode (site, code, valid_from, item, pack) values ('', '00012345678905', 7,"
            + " 'SKU', 12000000)",
        "insert into lot (site, item, lot, expiry) values ('HAM', 'SKU', 'L1', '2026-12-31'),"
            + " ('HAM', 'SKU', 'L2', null)",
        "insert into location (site, location, kind, sequence) values ('HAM', 'A-01', 'STORAGE',"
            + " 10)",
        "insert into person (person, name, role, badge, pin_hash) values ('anna', 'Anna',"
            + " 'operator', 'B1', '$argon2id$')",
        "insert into person_site (person, site) values ('anna', 'HAM')",
        "insert into balance (site, account, item, lot, quantity) values ('HAM', 'bin:A-01', 'SKU',"
            + " 'L1', -1500000)",
        """
        insert into orders (site, order_id, customer, priority, state, placed, stops) values
          ('HAM', '10', 'Miller', 3, 'OPEN', 0,
           '[{"line": 1, "location": "A-01", "item": "SKU", "lot": "L1", "quantity": "2.5"}]')\
        """,
        """
        insert into order_line (site, order_id, line, item, ordered, picked, packed, cancelled) values
          ('HAM', '10', 1, 'SKU', 5000000, 2000000, 1000000, true)\
        """,
        """
        insert into work (site, work, kind, title, order_id, locations, state, device, fence, expires)
          values ('HAM', 'count 1', 'COUNT', 'Aisle A', '', '["A-01", "A-02"]', 'CLAIMED', 'H-1', 4, 99)\
        """,
        """
        insert into delivery_line (site, delivery, line, supplier, item, ordered, received)
          values ('HAM', 'D1', 2, 'Smith', 'SKU', 10000000, 3000000)\
        """,
        """
        insert into discrepancy (site, code, subject, scope, open, holds, fingerprint, summary,
            evidence, opened)
          values ('HAM', 'OVERPICK', 'line 10/1', 'line 10/1', true, true, 'f', 'Too many', '{}', 0)\
        """,
        "update device set seq = 42, hash = 'abc', changed = default where device = 'H-1'");

    assertThat(replica.pull(MANY))
        .containsExactly(
            new Row.Site("HAM", "Hamburg", "Europe/Berlin", "4012345"),
            new Row.Item("SKU", "A thing", "pc", "LOT", true),
            new Row.Barcode("00012345678905", "SKU", Quantity.units(12), 7),
            new Row.Lot("SKU", "L1", LocalDate.of(2026, 12, 31), "AVAILABLE"),
            new Row.Lot("SKU", "L2", null, "AVAILABLE"),
            new Row.Location("A-01", "STORAGE", 10, true),
            new Row.Person("anna", "Anna", "operator", "B1", "$argon2id$", true),
            new Row.Order("10", "Miller", 3, "OPEN"),
            new Row.Line(
                "10", 1, "SKU", Quantity.units(5), Quantity.units(2), Quantity.units(1), true),
            new Row.Allocation(
                "10",
                List.of(new Row.Allocation.Stop(1, "A-01", "SKU", "L1", Quantity.parse("2.5")))),
            new Row.Work(
                "count 1",
                "COUNT",
                "Aisle A",
                "",
                List.of("A-01", "A-02"),
                "CLAIMED",
                "H-1",
                4,
                99),
            new Row.Expected("D1", 2, "Smith", "SKU", Quantity.units(10), Quantity.units(3)),
            new Row.Discrepancy("OVERPICK", "line 10/1", true, "Too many"),
            new Row.Stock(Account.bin("A-01"), "SKU", "L1", Quantity.parse("-1.5")),
            new Row.Head("H-1", 1, 42, "abc"));
    assertThat(replica.pull(MANY)).as("nothing changed").isEmpty();
  }

  @Test
  void quantitiesTravelAsDecimals() {
    assertThat(WireJson.write(stockRow("A-01", 2))).contains("\"quantity\":\"2\"");
  }

  @Test
  void aRowThatIsCommittedLateIsNotSkipped() throws Exception {
    replica.pull(MANY);
    try (Connection slow = connect()) {
      stock(slow, "bin:A-01", 1); // the smaller transaction number, the later commit
      database.inTransaction(c -> stock(c, "bin:A-02", 2));
      long newestNumber = newestNumber();

      assertThat(replica.pull(MANY)).containsExactly(stockRow("A-02", 2));

      slow.commit();

      assertThat(replica.pull(MANY)).containsExactly(stockRow("A-01", 1));
      assertThat(rowsAfter(newestNumber))
          .as("with a number or a time as its cursor, a device would never hear of A-01")
          .isEmpty();
    }
  }

  private long newestNumber() {
    return database.inSnapshot(
        c ->
            Sql.first(c, "select max(changed)::text::bigint from balance", row -> row.getLong(1))
                .orElseThrow());
  }

  private List<String> rowsAfter(long number) {
    return database.inSnapshot(
        c ->
            Sql.list(
                c,
                "select account from balance where changed > ?::text::xid8",
                row -> row.getString(1),
                Long.toString(number)));
  }

  @Test
  void aRowThatIsWrittenTwiceComesOnceAsItIsNow() {
    replica.pull(MANY);
    database.inTransaction(c -> stock(c, "bin:A-01", 1));
    database.inTransaction(c -> stock(c, "bin:A-01", 2));

    assertThat(replica.pull(MANY)).containsExactly(stockRow("A-01", 2));
  }

  @Test
  void whileATransactionIsOpenNothingIsSentTwice() throws Exception {
    replica.pull(MANY);
    try (Connection slow = connect()) {
      stock(slow, "bin:A-01", 1);
      database.inTransaction(c -> stock(c, "bin:A-02", 2));

      assertThat(replica.pull(MANY)).hasSize(1);
      assertThat(replica.pull(MANY)).isEmpty();
    }
  }

  @Test
  void whatIsRolledBackNeverComes() throws Exception {
    replica.pull(MANY);
    try (Connection slow = connect()) {
      stock(slow, "bin:A-01", 1);
      slow.rollback();
    }
    assertThat(replica.pull(MANY)).isEmpty();
  }

  @Test
  void theHeadComesWithWhatTheDeviceDidAndLast() {
    replica.pull(MANY);
    database.inTransaction(c -> push(c, 1) + stock(c, "bin:A-02", 2));

    assertThat(replica.pull(MANY)).hasSize(3).last().isEqualTo(new Row.Head("H-1", 1, 1, "hash 1"));
  }

  @Test
  void aPageIsOneStateOfTheDatabase() throws Exception {
    replica.pull(MANY);
    try (Connection pushing = connect()) {
      Sql.update(pushing, "lock table device");
      CompletableFuture<List<Row>> reading =
          CompletableFuture.supplyAsync(() -> replica.pull(MANY));
      await().until(this::somebodyWaitsForALock); // it has read the stock, and not yet the head
      push(pushing, 1);
      pushing.commit();

      assertThat(reading.get(30, TimeUnit.SECONDS)).isEmpty();
      assertThat(replica.pull(MANY)).hasSize(2);
    }
  }

  private boolean somebodyWaitsForALock() {
    return database.inSnapshot(
        c ->
            Sql.first(c, "select 1 from pg_locks where not granted", row -> row.getInt(1))
                .isPresent());
  }

  /**
   * The first transaction is the device's own; the second overwrites a row of it. No page that ends
   * between the two could be right, because what the row was in between is gone.
   */
  @Test
  void aRoundOfSeveralPagesIsOneStateOfTheDatabase() {
    replica.pull(MANY);
    database.inTransaction(c -> stock(c, "bin:A-01", -1) + stock(c, "bin:A-02", -1) + push(c, 3));
    database.inTransaction(c -> stock(c, "bin:A-01", -5));

    PullPage page = replica.pullPage(1, Duration.ZERO);
    assertThat(page.more()).isTrue();
    assertThat(replica.rows(Row.Stock.class)).as("laid aside until the round ends").isEmpty();

    database.inTransaction(c -> stock(c, "bin:A-02", -7) + push(c, 4));
    replica.pull(1);

    assertThat(replica.rows(Row.Stock.class))
        .containsExactlyInAnyOrder(stockRow("A-01", -5), stockRow("A-02", -7), stockRow("own", -4));
    assertThat(replica.rows(Row.Head.class)).containsExactly(new Row.Head("H-1", 1, 4, "hash 4"));
  }

  @Test
  void manyRowsOfOneTransactionComeInPages() {
    write(
        """
        insert into balance (site, account, item, lot, quantity)
          select 'HAM', 'bin:A-' || a, 'SKU ' || i, case a % 2 when 0 then '' else 'L' end, 1000000
          from generate_series(1, 10) a, generate_series(1, 10) i\
        """);

    int pages = 0;
    PullPage page;
    do {
      page = replica.pullPage(7, Duration.ZERO);
      assertThat(page.rows()).hasSizeLessThanOrEqualTo(7);
      pages++;
    } while (page.more());

    assertThat(pages).isGreaterThan(14);
    assertThat(replica.rows(Row.Stock.class)).hasSize(100);
  }

  @Test
  void otherSitesStayAmongThemselves() {
    write(
        "insert into item (item, name, unit, tracking) values ('SKU', 'A thing', 'pc', 'NONE')",
        "insert into barcode (site, code, valid_from, item, pack) values ('MUC', '1', 7, 'SKU', 1),"
            + " ('', '2', 7, 'SKU', 1)",
        "insert into lot (site, item, lot) values ('MUC', 'SKU', 'L1')",
        "insert into location (site, location, kind, sequence) values ('MUC', 'A-01', 'STORAGE',"
            + " 1)",
        "insert into person (person, name, role) values ('maria', 'Maria', 'operator')",
        "insert into person_site (person, site) values ('maria', 'MUC')",
        "insert into balance (site, account, item, lot, quantity) values ('MUC', 'bin:A-01', 'SKU',"
            + " '', 1)",
        "insert into orders (site, order_id, customer, priority, state, placed) values ('MUC', '1',"
            + " 'Miller', 0, 'OPEN', 0)",
        "insert into order_line (site, order_id, line, item, ordered, picked, packed) values"
            + " ('MUC', '1', 1, 'SKU', 1, 0, 0)",
        "insert into work (site, work, kind, title, state) values ('MUC', 'pick 1', 'PICK', '',"
            + " 'OPEN')",
        "insert into delivery_line (site, delivery, line, supplier, item, ordered) values ('MUC',"
            + " '1', 1, '', 'SKU', 1)",
        """
        insert into discrepancy (site, code, subject, scope, open, holds, fingerprint, summary,
            evidence, opened)
          values ('MUC', 'OVERPICK', 'line 1/1', 'line 1/1', true, true, 'f', '', '{}', 0)\
        """);

    assertThat(replica.pull(MANY))
        .extracting(row -> row.getClass().getSimpleName())
        .containsExactly("Site", "Item", "Barcode", "Head");
    assertThat(replica.rows(Row.Barcode.class)).extracting(Row.Barcode::code).containsExactly("2");
    assertThat(new Replica(pull, "MUC", "M-1").pull(MANY)).hasSize(14);
  }

  @Test
  void whatIsOverIsNotSentToADeviceThatBegins() {
    write(
        "insert into balance (site, account, item, lot, quantity) values ('HAM', 'bin:A-01', 'SKU',"
            + " '', 0)",
        "insert into orders (site, order_id, customer, priority, state, placed) values ('HAM', '1',"
            + " '', 0, 'DISPATCHED', 0)",
        "insert into order_line (site, order_id, line, item, ordered, picked, packed) values"
            + " ('HAM', '1', 1, 'SKU', 1, 1, 1)",
        "insert into work (site, work, kind, title, state) values ('HAM', 'pick 1', 'PICK', '',"
            + " 'DONE')",
        "insert into delivery_line (site, delivery, line, supplier, item, ordered, received) values"
            + " ('HAM', '1', 1, '', 'SKU', 1, 1)");

    assertThat(replica.pull(MANY))
        .extracting(row -> row.getClass().getSimpleName())
        .containsExactly("Site", "Head");

    database.inTransaction(
        c ->
            stock(c, "bin:A-01", 0)
                + Sql.update(c, "update orders set changed = default")
                + Sql.update(c, "update work set changed = default"));

    assertThat(replica.pull(MANY))
        .as("but a device hears that something is over")
        .extracting(row -> row.getClass().getSimpleName())
        .containsExactly("Order", "Allocation", "Work", "Stock");
  }

  @Test
  void whatIsOutsideOfTheHouseIsNotSent() {
    replica.pull(MANY);
    write(
        """
        insert into balance (site, account, item, lot, quantity) values
          ('HAM', 'customer', 'SKU', '', 1000000), ('HAM', 'adjustment', 'SKU', '', 1000000),
          ('HAM', 'transit:T', 'SKU', '', 1000000), ('HAM', 'hand:anna', 'SKU', '', 1000000)\
        """);

    assertThat(replica.pull(MANY))
        .containsExactly(new Row.Stock(Account.hand("anna"), "SKU", "", Quantity.units(1)));
  }

  @Test
  void whoComesToASiteMayLogInThereAndWhoLeavesItNotAnyMore() {
    PostgresPeople people = new PostgresPeople(database);
    people.write(List.of(anna("MUC")));
    replica.pull(MANY);
    people.write(List.of(anna("MUC", "HAM")));

    assertThat(replica.pull(MANY))
        .containsExactly(new Row.Person("anna", "Anna", "OPERATOR", "B1", "", true));

    people.write(List.of(anna("MUC")));

    assertThat(replica.pull(MANY))
        .containsExactly(new Row.Person("anna", "Anna", "OPERATOR", "", "", false));
    assertThat(new Replica(pull, "HAM", "H-2").pull(MANY)).noneMatch(Row.Person.class::isInstance);
  }

  private static Person anna(String... sites) {
    return new Person(
        "anna",
        "Anna",
        Role.OPERATOR,
        "B1",
        SecretHash.NONE,
        SecretHash.NONE,
        true,
        new TreeSet<>(List.of(sites)));
  }

  @Test
  void aWaitingPullIsWokenByAChange() throws Exception {
    replica.pull(MANY);
    CompletableFuture<PullPage> waiting =
        CompletableFuture.supplyAsync(() -> replica.pullPage(MANY, Pull.LONGEST_WAIT));
    database.inTransaction(c -> stock(c, "bin:A-01", 1));

    assertThat(waiting.get(30, TimeUnit.SECONDS).rows()).containsExactly(stockRow("A-01", 1));
  }

  @Test
  void aWaitingPullIsWokenByALateCommit() throws Exception {
    try (Connection slow = connect()) {
      stock(slow, "bin:A-01", 1);
      database.inTransaction(c -> stock(c, "bin:A-02", 2));
      replica.pull(MANY);
      CompletableFuture<PullPage> waiting =
          CompletableFuture.supplyAsync(() -> replica.pullPage(MANY, Pull.LONGEST_WAIT));
      slow.commit();

      assertThat(waiting.get(30, TimeUnit.SECONDS).rows()).containsExactly(stockRow("A-01", 1));
    }
  }

  @Test
  void aWaitingPullIsWokenByTheHeadOfItsDevice() throws Exception {
    replica.pull(MANY);
    CompletableFuture<PullPage> waiting =
        CompletableFuture.supplyAsync(() -> replica.pullPage(MANY, Pull.LONGEST_WAIT));
    write(
        "update device set seq = 9, changed = default where device = 'H-2'",
        "update device set seq = 1, changed = default where device = 'H-1'");

    assertThat(waiting.get(30, TimeUnit.SECONDS).rows())
        .containsExactly(new Row.Head("H-1", 1, 1, ""));
  }

  @Test
  void whoWaitedInVainGetsAnEmptyPageAndGoesOnFromThere() {
    replica.pull(MANY);

    PullPage page = replica.pullPage(MANY, Duration.ofMillis(1));

    assertThat(page.rows()).isEmpty();
    assertThat(page.more()).isFalse();
    database.inTransaction(c -> stock(c, "bin:A-01", 1));
    assertThat(replica.pull(MANY)).containsExactly(stockRow("A-01", 1));
  }

  @Test
  void aRestoredServerBeginsAnew() throws Exception {
    int all = replica.pull(MANY).size();
    String before = replica.pullPage(MANY, Duration.ZERO).incarnation();
    write("update installation set incarnation = gen_random_uuid()");

    PullPage page = replica.pullPage(MANY, Duration.ZERO);

    assertThat(page.incarnation()).isNotEqualTo(before);
    assertThat(page.rows()).hasSize(all);
  }

  @Test
  void whatCameFromADumpIsPulledLikeAllElse() {
    replica.pull(MANY);
    database.inTransaction(c -> stock(c, "bin:A-01", 1));
    TABLES.stream()
        .filter(table -> !table.startsWith("person_"))
        .forEach(table -> write("update " + table + " set changed = '999999999999'"));
    database.inTransaction(c -> Sql.list(c, "select restored()", row -> row.getObject(1)));

    assertThat(replica.pull(MANY)).contains(stockRow("A-01", 1)).hasSize(3);
    assertThat(replica.pull(MANY)).isEmpty();
  }

  @Test
  void aCursorFromTheFutureOfARestoredServerBeginsAnew() {
    int all = replica.pull(MANY).size();
    String cursor = replica.pullPage(MANY, Duration.ZERO).cursor();
    String future = cursor.substring(0, cursor.indexOf('.')) + ".999999999999";

    assertThat(pull.page("HAM", "H-1", future, MANY, Duration.ZERO).orElseThrow().rows())
        .hasSize(all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "9f3c12ab.20.30.nothing.QQ",
        "9f3c12ab.20.30.stock.QQ",
        "9f3c12ab.20.30.line.QQ.QQ"
      })
  void whatIsNoCursorIsRefused(String cursor) {
    assertThat(pull.page("HAM", "H-1", cursor, MANY, Duration.ZERO)).isEmpty();
  }

  private static void write(String... statements) {
    database.inTransaction(
        c -> {
          for (String statement : statements) {
            Sql.update(c, statement);
          }
          return null;
        });
  }

  private static Connection connect() throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    return connection;
  }

  /** A push of H-1: so many operations in all, each of which took one from a bin. */
  private static int push(Connection connection, long seq) throws SQLException {
    return stock(connection, "bin:own", -seq)
        + Sql.update(
            connection,
            "update device set seq = ?, hash = ?, changed = default where device = 'H-1'",
            seq,
            "hash " + seq);
  }

  private static int stock(Connection connection, String account, long units) throws SQLException {
    return Sql.update(
        connection,
        """
        insert into balance (site, account, item, lot, quantity) values ('HAM', ?, 'SKU', '', ?)
        on conflict (site, account, item, lot)
          do update set quantity = excluded.quantity, changed = default
        """,
        account,
        units * Quantity.UNIT);
  }

  private static Row.Stock stockRow(String bin, long units) {
    return new Row.Stock(Account.bin(bin), "SKU", "", Quantity.units(units));
  }
}
