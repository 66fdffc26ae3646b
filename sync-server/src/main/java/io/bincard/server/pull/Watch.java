package io.bincard.server.pull;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Wakes those who wait for news. However many there are, the database is asked once a pause for all
 * of them together, and not at all while nobody waits. Safe for any number of threads.
 *
 * <p>Nothing is missed by who first registers and then looks: what changes after that look is in a
 * later snapshot than the one of the last question.
 */
final class Watch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Watch.class.getName());

  private final Function<Map<String, Snapshot>, News> database;
  private final ScheduledExecutorService clock;
  private final Map<String, Site> sites = new HashMap<>(); // guarded by this
  private boolean failing; // only the clock's thread

  /**
   * Begins.
   *
   * @param database asked for what changed at each site since a snapshot
   */
  @SuppressWarnings("FutureReturnValueIgnored") // it never ends, and look() reports what goes wrong
  Watch(Function<Map<String, Snapshot>, News> database, Duration pause) {
    this.database = database;
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watch for changes").factory());
    clock.scheduleWithFixedDelay(
        this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static final class Site {
    Snapshot seen;
    final Set<Waiter> waiters = new HashSet<>();

    Site(Snapshot seen) {
      this.seen = seen;
    }
  }

  /** Somebody who waits for news of one site. */
  final class Waiter implements AutoCloseable {
    private final String site;
    private final String device;
    private final Semaphore woken = new Semaphore(0);

    private Waiter(String site, String device) {
      this.site = site;
      this.device = device;
    }

    /** Whether there may be something new; false if there was nothing for so long. */
    boolean await(Duration longest) throws InterruptedException {
      if (clock.isShutdown()) {
        return false;
      }
      boolean news = woken.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
      woken.drainPermits();
      return news && !clock.isShutdown();
    }

    @Override
    public void close() {
      remove(this);
    }
  }

  /**
   * Registers somebody.
   *
   * @param seen what is nothing new
   */
  synchronized Waiter waiter(String site, String device, Snapshot seen) {
    Waiter waiter = new Waiter(site, device);
    sites.computeIfAbsent(site, unknown -> new Site(seen)).waiters.add(waiter);
    return waiter;
  }

  private synchronized void remove(Waiter waiter) {
    Site site = sites.get(waiter.site);
    if (site != null) {
      site.waiters.remove(waiter);
      if (site.waiters.isEmpty()) {
        sites.remove(waiter.site);
      }
    }
  }

  void look() {
    try {
      Map<String, Snapshot> asked = asked();
      if (!asked.isEmpty()) {
        wake(asked.keySet(), database.apply(asked));
      }
      failing = false;
    } catch (RuntimeException away) {
      if (!failing) {
        LOG.log(WARNING, "cannot look for changes, so whoever waits for them waits on: {0}", away);
      }
      failing = true;
    }
  }

  private synchronized Map<String, Snapshot> asked() {
    Map<String, Snapshot> asked = new HashMap<>();
    sites.forEach((name, site) -> asked.put(name, site.seen));
    return asked;
  }

  private synchronized void wake(Set<String> asked, News news) {
    for (String name : asked) {
      Site site = sites.get(name);
      if (site != null) {
        site.seen = news.now();
        for (Waiter waiter : site.waiters) {
          if (news.topics().contains(Topic.goods(name))
              || news.topics().contains(new Topic(name, waiter.device))) {
            waiter.woken.release();
          }
        }
      }
    }
  }

  /** Lets everybody go who still waits. */
  @Override
  public void close() {
    clock.shutdownNow();
    synchronized (this) {
      sites.values().forEach(site -> site.waiters.forEach(waiter -> waiter.woken.release()));
    }
  }
}
