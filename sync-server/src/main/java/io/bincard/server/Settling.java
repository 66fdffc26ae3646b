package io.bincard.server;

import static java.lang.System.Logger.Level.WARNING;

import io.bincard.server.catalog.PostgresSites;
import io.bincard.server.db.Database;
import io.bincard.server.reconcile.StoreReconciler;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Makes counts final once they can be, round after round. Any number of servers may do so: what one
 * has settled, the next finds settled.
 */
final class Settling implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Settling.class.getName());

  private final PostgresSites sites;
  private final StoreReconciler reconciler;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("settling").factory());

  private Settling(PostgresSites sites, StoreReconciler reconciler) {
    this.sites = sites;
    this.reconciler = reconciler;
  }

  static Settling start(Database database, StoreReconciler reconciler, Duration pause) {
    Settling settling = new Settling(new PostgresSites(database), reconciler);
    var unused =
        settling.rounds.scheduleWithFixedDelay(
            settling::round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    return settling;
  }

  // Whatever happens, there is a next round, and the next site.
  private void round() {
    try {
      sites.codes().forEach(this::settle);
    } catch (RuntimeException failed) {
      LOG.log(WARNING, "The sites could not be read; the next round tries again", failed);
    }
  }

  private void settle(String site) {
    try {
      while (reconciler.settle(site) == StoreReconciler.SETTLED_AT_ONCE) {
        // a full share: there may be more, and pushes got their turn in between
      }
    } catch (RuntimeException failed) {
      LOG.log(
          WARNING,
          "Counts at " + site + " could not be settled; the next round tries again",
          failed);
    }
  }

  @Override
  public void close() {
    rounds.shutdown();
    try {
      if (!rounds.awaitTermination(10, TimeUnit.SECONDS)) {
        rounds.shutdownNow();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
