package io.bincard.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private static Database database;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    database.inTransaction(c -> Sql.update(c, "delete from account"));
  }

  @Test
  void whatATransactionWroteIsThereAfterwards() {
    database.inTransaction(c -> add(c, "bin:A-1"));

    assertThat(accounts()).containsExactly("bin:A-1");
  }

  @Test
  void anExceptionTakesEverythingBackAndPassesOn() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    c -> {
                      add(c, "bin:A-1");
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");
    assertThat(accounts()).isEmpty();
  }

  @Test
  void aStatementTheDatabaseObjectsToTakesEverythingBack() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    c -> {
                      add(c, "bin:A-1");
                      return add(c, "bin:A-1");
                    }))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("duplicate key");
    assertThat(accounts()).isEmpty();
  }

  @Test
  void twoTransactionsThatWaitForEachOtherBothSucceed() throws Exception {
    database.inTransaction(c -> add(c, "bin:A-1") + add(c, "bin:A-2"));
    AtomicInteger runs = new AtomicInteger();
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Integer> one = threads.submit(() -> lockBoth("bin:A-1", "bin:A-2", runs, bothHoldOne));
      Future<Integer> other =
          threads.submit(() -> lockBoth("bin:A-2", "bin:A-1", runs, bothHoldOne));

      assertThat(one.get() + other.get()).isEqualTo(2);
    }
    assertThat(runs).hasValueGreaterThan(2);
  }

  private static int lockBoth(
      String first, String second, AtomicInteger runs, CyclicBarrier bothHoldOne) {
    return database.inTransaction(
        c -> {
          lock(c, first);
          if (runs.incrementAndGet() <= 2) {
            await(bothHoldOne);
          }
          return lock(c, second);
        });
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void aTransactionThatNeverGetsThroughGivesUp() {
    AtomicInteger runs = new AtomicInteger();

    assertThatThrownBy(
            () ->
                database.inTransaction(
                    c -> {
                      runs.incrementAndGet();
                      throw new IllegalStateException(new SQLException("deadlock", "40P01"));
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(runs).hasValueBetween(5, 20);
  }

  @Test
  void aSnapshotSeesOneMomentAndWritesNothing() {
    int seen =
        database.inSnapshot(
            c -> {
              int before = accounts(c).size();
              database.inTransaction(other -> add(other, "bin:A-1"));
              return before + accounts(c).size();
            });

    assertThat(seen).isZero();
    assertThatThrownBy(() -> database.inSnapshot(c -> add(c, "bin:A-2")))
        .hasMessageContaining("read-only");
    int written = database.inTransaction(c -> add(c, "bin:A-3"));
    assertThat(written).as("the connection can write again").isEqualTo(1);
  }

  @Test
  void arraysAreBoundAsTheyAre() {
    List<String> found =
        database.inSnapshot(
            c ->
                Sql.list(
                    c,
                    "select * from unnest(?::text[], ?::bigint[], ?::uuid[], ?::int[],"
                        + " ?::boolean[]) as r(a, b, c, d, e)",
                    row -> row.getString("a") + row.getLong("b") + row.getBoolean("e"),
                    new String[] {"é\"\\,{}", null},
                    new long[] {1, 2},
                    new UUID[] {UUID.randomUUID(), null},
                    new int[] {1, 2},
                    new boolean[] {true, false}));

    assertThat(found).containsExactly("é\"\\,{}1true", "null2false");
  }

  @Test
  void nullsAreBoundAsTheyAre() {
    List<Boolean> isNull =
        database.inSnapshot(
            c -> Sql.list(c, "select ?::text is null", r -> r.getBoolean(1), (Object) null));

    assertThat(isNull).containsExactly(true);
  }

  @Test
  void theApplicationMayNotUnwriteWhatHappened() {
    assertThatThrownBy(() -> database.inTransaction(c -> Sql.update(c, "delete from operation")))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> database.inTransaction(c -> Sql.update(c, "update ledger set delta=0")))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> database.inTransaction(c -> Sql.update(c, "create table mine (x int)")))
        .hasMessageContaining("permission denied");
  }

  private static int add(Connection connection, String account) throws SQLException {
    return Sql.update(connection, "insert into account values ('HAM', ?)", account);
  }

  private static int lock(Connection connection, String account) throws SQLException {
    return Sql.first(
            connection,
            "select 1 from account where account = ? for update",
            row -> row.getInt(1),
            account)
        .orElseThrow();
  }

  private static List<String> accounts() {
    return database.inSnapshot(DatabaseTest::accounts);
  }

  private static List<String> accounts(Connection connection) throws SQLException {
    return Sql.list(connection, "select account from account order by 1", row -> row.getString(1));
  }
}
