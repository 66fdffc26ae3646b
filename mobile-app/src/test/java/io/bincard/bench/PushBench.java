package io.bincard.bench;

import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Enrolment;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.WireJson;
import io.bincard.server.db.Database;
import io.bincard.server.db.DatabaseSettings;
import io.bincard.server.db.EmbeddedPostgres;
import io.bincard.server.db.Sql;
import io.bincard.shift.RunningServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many picks a second the server takes: over HTTP, reconciled, durable. Two devices push at a
 * time, as that is what two cores bear; each figure stands beside the raw insert of the same rows
 * by as many connections, measured right after it.
 */
final class PushBench {
  private static final int DEVICES = 2;
  private static final String SITE = "BENCH";

  private PushBench() {}

  /** Operations a second. */
  @FunctionalInterface
  private interface Source {
    /** Makes the next push ready; doing it is what is measured. */
    Callable<Integer> prepare(int size);
  }

  static void run(int seconds) throws Exception {
    System.out.printf(
        "%d cores, Java %s, %s %s; %d devices at a time, %d s a figure%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        DEVICES,
        seconds);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
        RunningServer server = RunningServer.start(postgres.freshDatabase());
        Database raw = Database.open(filled(postgres.freshDatabase()))) {
      fill(server.database());
      System.out.println("operations a push   pushed a second   raw insert a second   ratio");
      measure(server, raw, 100, 2, false); // warms up
      for (int size : new int[] {1, 100, 1_000}) {
        measure(server, raw, size, seconds, true);
      }
    }
  }

  private static void measure(
      RunningServer server, Database raw, int size, int seconds, boolean print) throws Exception {
    List<Source> pushing = new ArrayList<>();
    List<Source> inserting = new ArrayList<>();
    for (int i = 0; i < DEVICES; i++) {
      pushing.add(device(server));
      inserting.add(inserter(raw, size + "-" + i + "-" + print));
    }
    double pushed = rate(pushing, size, seconds);
    double inserted = rate(inserting, size, seconds);
    if (print) {
      System.out.printf(
          "%,17d   %,15.0f   %,19.0f   %5.2f%n", size, pushed, inserted, pushed / inserted);
    }
  }

  private static Source device(RunningServer server) throws Exception {
    Enrolment.Answer enrolled = server.enrol(SITE, "bench");
    String token = server.token(enrolled);
    Picks picks = new Picks(SITE, enrolled.device(), now(), enrolled.device().hashCode());
    return size -> {
      List<Operation> operations = picks.next(size);
      String body = picks.push(operations);
      return () -> {
        HttpResponse<String> answer =
            server.post("/api/v1/sync/push", "application/x-ndjson", token, body);
        PushAnswer taken = WireJson.read(PushAnswer.class, answer.body());
        if (taken.outcomes().size() != size) {
          throw new IllegalStateException("not taken: " + answer.body());
        }
        return size;
      };
    };
  }

  private static Source inserter(Database raw, String device) {
    Picks picks = new Picks(SITE, device, now(), device.hashCode());
    return size -> {
      List<Operation> operations = picks.next(size);
      return () ->
          raw.inTransaction(
              connection -> {
                RawInsert.write(connection, SITE, operations);
                return size;
              });
    };
  }

  /** Each source prepares and does, in turn; only the doing counts. */
  private static double rate(List<Source> sources, int size, int seconds) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(sources.size())) {
      List<Future<Double>> rates = new ArrayList<>();
      for (Source source : sources) {
        rates.add(
            threads.submit(
                () -> {
                  long spent = 0;
                  long done = 0;
                  List<Callable<Integer>> ready = new ArrayList<>();
                  while (spent < seconds * 1_000_000_000L) {
                    if (ready.isEmpty()) {
                      for (int i = 0; i < 8; i++) {
                        ready.add(source.prepare(size));
                      }
                    }
                    Callable<Integer> push = ready.remove(0);
                    long start = System.nanoTime();
                    done += push.call();
                    spent += System.nanoTime() - start;
                  }
                  return done * 1e9 / spent;
                }));
      }
      double sum = 0;
      for (Future<Double> rate : rates) {
        sum += rate.get();
      }
      return sum;
    }
  }

  private static long now() {
    return System.currentTimeMillis() * 1_000;
  }

  private static DatabaseSettings filled(DatabaseSettings settings) {
    try (Database database = Database.open(settings)) {
      fill(database);
    }
    return settings;
  }

  /** A site with as much stock and as many order lines as the picks can ask for. */
  private static void fill(Database database) {
    database.inTransaction(
        connection -> {
          Sql.update(
              connection, "insert into site (site, name, zone) values (?, 'Bench', 'UTC')", SITE);
          for (int item = 0; item < Picks.ITEMS; item++) {
            Sql.update(
                connection,
                "insert into balance (site, account, item, lot, quantity) values (?, ?, ?, '', ?)",
                SITE,
                "bin:" + Picks.bin(item % Picks.BINS),
                Picks.item(item),
                1_000_000 * Quantity.UNIT);
          }
          for (int line = 0; line < Picks.LINES; line++) {
            Sql.update(
                connection,
                """
                insert into order_line (site, order_id, line, item, ordered, picked, packed)
                values (?, ?, ?, ?, ?, 0, 0)
                """,
                SITE,
                Picks.line(line).order(),
                Picks.line(line).line(),
                Picks.item(line % Picks.ITEMS),
                1_000_000 * Quantity.UNIT);
          }
          return 0;
        });
  }
}
