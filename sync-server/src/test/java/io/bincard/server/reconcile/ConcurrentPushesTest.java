package io.bincard.server.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.sync.PushAnswer;
import io.bincard.server.db.Database;
import io.bincard.server.db.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Devices that push at the same time over the same few cards, while others decide and settle. */
class ConcurrentPushesTest {
  private static final int DEVICES = 8;
  private final Database database = TestDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @RepeatedTest(2)
  void theBooksAreTheFoldOfTheJournals(RepetitionInfo repetition) throws Exception {
    long seed = Long.getLong("first", 1) + repetition.getCurrentRepetition();
    World world = WorldMaker.crowd(seed, DEVICES, 25);
    String site = new PostgresStage(database).found(world);
    CountDownLatch start = new CountDownLatch(1);
    List<Callable<Void>> tasks = new ArrayList<>();
    world.journals().keySet().forEach(device -> tasks.add(pushing(world, site, device)));
    tasks.add(deciding(world, site));

    try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
      List<Future<Void>> running = new ArrayList<>();
      for (Callable<Void> task : tasks) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return task.call();
                }));
      }
      start.countDown();
      for (Future<Void> each : running) {
        each.get();
      }
    }

    Books books = TableBooks.of(database, site);
    Tolerances tolerances = new Tolerances(world.tolerances(), Map.of());
    boolean negativeAllowed = world.settings().negativeAllowed();
    assertThat(books.journal()).hasSizeGreaterThan(DEVICES * 25);
    BookCheck.check(books, NaiveFold.of(site, tolerances, negativeAllowed, books.journal()));
  }

  /** Batches of all sizes, some sent twice, through one of two server processes. */
  private Callable<Void> pushing(World world, String site, String device) {
    String name = Stage.device(site, device);
    List<IncomingLine> lines = world.lines(site, device, name);
    Random random = new Random(device.hashCode());
    return () -> {
      for (int from = 0; from < lines.size(); ) {
        int end = Math.min(from + 1 + random.nextInt(4), lines.size());
        int again = Math.max(0, from - random.nextInt(3));
        PushAnswer answer =
            server(random)
                .push(site, name, world.header(device, end, name), lines.subList(again, end));
        assertThat(answer.appliedThrough()).isEqualTo(end);
        from = end;
      }
      return null;
    };
  }

  private Callable<Void> deciding(World world, String site) {
    Random random = new Random(world.seed());
    return () -> {
      for (World.Ruling ruling : world.decisions()) {
        server(random).record(site, List.of(new Entry(ruling.id(), "marta", ruling.body())));
        server(random).settle(site);
      }
      return null;
    };
  }

  private StoreReconciler server(Random random) {
    return new StoreReconciler(
        new PostgresStore(database), "S-" + random.nextInt(2), UUID::randomUUID);
  }
}
