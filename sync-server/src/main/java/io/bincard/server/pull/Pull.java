package io.bincard.server.pull;

import io.bincard.model.sync.PullPage;
import io.bincard.server.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gives devices what changed at their site. Safe for any number of threads. */
public final class Pull implements AutoCloseable {
  public static final int LARGEST_PAGE = 20_000;
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final PostgresFeed feed;
  private final Watch watch;

  public Pull(Database database) {
    feed = new PostgresFeed(database);
    watch = new Watch(feed::news, BETWEEN_LOOKS);
  }

  /**
   * The rows that changed since a cursor, or some of them.
   *
   * @param cursor of the last page; empty to begin
   * @param limit rows in a page, from 1 to {@link #LARGEST_PAGE}
   * @param wait how long to wait if nothing changed, up to {@link #LONGEST_WAIT}
   * @return empty if that is no cursor
   */
  public Optional<PullPage> page(
      String site, String device, String cursor, int limit, Duration wait) {
    if (cursor.isEmpty()) {
      return Optional.of(feed.page(site, device, null, limit));
    }
    return Cursor.parse(cursor)
        .filter(PostgresFeed::knows)
        .map(from -> waitFor(site, device, from, limit, wait));
  }

  private PullPage waitFor(String site, String device, Cursor cursor, int limit, Duration wait) {
    Instant end = Instant.now().plus(wait);
    try (Watch.Waiter waiter = watch.waiter(site, device, cursor.seen())) {
      while (true) {
        PullPage page = feed.page(site, device, cursor, limit);
        Duration left = Duration.between(Instant.now(), end);
        if (!page.rows().isEmpty() || page.more() || !left.isPositive() || !waiter.await(left)) {
          return page;
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a pull waited", stop);
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
