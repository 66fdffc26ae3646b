package io.bincard.server.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.Row;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import io.bincard.server.db.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Each push of H-1 takes one from some bins, and its sequence number counts what it took in all. So
 * in every state of the database the stock of all bins is less than nothing by just that number;
 * where a device's rows are not one state, it would see its own picks twice or not at all.
 */
class PullUnderLoadTest {
  private static final int BINS = 40;
  private static final int PUSHES = 60;

  @Test
  void everyRoundIsOneStateOfTheDatabase() throws Exception {
    try (Database database = TestDatabase.fresh();
        Pull pull = new Pull(database);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      database.inTransaction(PullUnderLoadTest::fill);
      List<Future<?>> writers = new ArrayList<>();
      writers.add(threads.submit(() -> push(database)));
      for (int other = 1; other < 4; other++) {
        int seed = other;
        writers.add(threads.submit(() -> disturb(database, seed)));
      }

      Replica replica = new Replica(pull, "HAM", "H-1");
      Random random = new Random(0);
      int longRounds = 0;
      boolean writing = true;
      while (writing) {
        writing = !writers.stream().allMatch(Future::isDone);
        longRounds += round(replica, 1 + random.nextInt(BINS)) > 2 ? 1 : 0;

        assertThat(stock(replica)).isEqualTo(-seq(replica));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      assertThat(seq(replica)).as("nothing is missing in the end").isGreaterThan(PUSHES);
      assertThat(stock(replica)).isEqualTo(database.inSnapshot(PullUnderLoadTest::stock));
      assertThat(longRounds).isPositive();
    }
  }

  private static int round(Replica replica, int limit) {
    int pages = 0;
    PullPage page;
    do {
      page = replica.pullPage(limit, Duration.ZERO);
      pages++;
    } while (page.more());
    return pages;
  }

  private static long seq(Replica replica) {
    return replica.rows(Row.Head.class).findFirst().orElseThrow().seq();
  }

  private static long stock(Replica replica) {
    return replica.rows(Row.Stock.class).mapToLong(row -> row.quantity().millionths()).sum()
        / Quantity.UNIT;
  }

  private static long stock(Connection connection) throws SQLException {
    return Sql.first(
            connection,
            "select sum(quantity / 1000000)::bigint as units from balance",
            row -> row.getLong("units"))
        .orElseThrow();
  }

  private static int fill(Connection connection) throws SQLException {
    return Sql.update(
            connection,
            """
            insert into device (site, device, name, kind, enrolled, last_contact, epoch)
              values ('HAM', 'H-1', 'one', 'HANDHELD', 0, 0, 1)\
            """)
        + Sql.update(
            connection,
            """
            insert into balance (site, account, item, lot, quantity)
              select 'HAM', 'bin:' || bin, 'SKU', '', 0 from generate_series(1, ?) as bin\
            """,
            BINS);
  }

  private static void push(Database database) {
    Random random = new Random(1);
    for (int i = 0; i < PUSHES; i++) {
      database.inTransaction(
          c -> {
            SortedSet<Integer> bins = someBins(random);
            for (int bin : bins) {
              Sql.update(
                  c,
                  """
                  update balance set quantity = quantity - 1000000, changed = default
                  where account = 'bin:' || ?\
                  """,
                  bin);
            }
            return Sql.update(c, "update device set seq = seq + ?, changed = default", bins.size());
          });
    }
  }

  /** Others write the same rows, and some of them are slow. */
  private static void disturb(Database database, int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < PUSHES; i++) {
      database.inTransaction(
          c -> {
            for (int bin : someBins(random)) {
              Sql.update(
                  c, "update balance set changed = default where account = 'bin:' || ?", bin);
            }
            return random.nextInt(50) == 0 ? pause(c) : 0;
          });
    }
  }

  private static int pause(Connection connection) throws SQLException {
    return Sql.list(connection, "select pg_sleep(0.01)", row -> row.getObject(1)).size();
  }

  private static SortedSet<Integer> someBins(Random random) {
    SortedSet<Integer> bins = new TreeSet<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      bins.add(1 + random.nextInt(BINS));
    }
    return bins;
  }
}
