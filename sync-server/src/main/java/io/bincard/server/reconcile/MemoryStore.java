package io.bincard.server.reconcile;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The state of some sites in the memory of this process, for simulations: as strict as PostgreSQL,
 * and a hundred times as quick. One transaction at a time has a site. Safe for any number of
 * threads.
 */
public final class MemoryStore implements Store {
  private final LongSupplier clock;
  private final String incarnation = UUID.randomUUID().toString();
  private final Map<String, MemorySite> sites = new ConcurrentHashMap<>();

  /**
   * Makes an empty store.
   *
   * @param clock the one that decides: microseconds since 1970-01-01T00:00Z
   */
  public MemoryStore(LongSupplier clock) {
    this.clock = clock;
  }

  /** Founds a site. */
  public MemorySite found(String site, SiteSettings settings) {
    MemorySite founded = new MemorySite(site, settings);
    sites.put(site, founded);
    return founded;
  }

  @Override
  public <T> T inTransaction(String site, Access access, Function<Session, T> transaction) {
    MemorySite here = sites.get(site);
    if (here == null) {
      throw new UnknownSiteException(site);
    }
    synchronized (here) {
      UndoLog undo = new UndoLog();
      try {
        return transaction.apply(new MemorySession(here, undo, incarnation, clock.getAsLong()));
      } catch (RuntimeException | Error failed) {
        undo.takeBack();
        throw failed;
      }
    }
  }
}
