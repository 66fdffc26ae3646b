package io.bincard.server.reconcile;

import io.bincard.model.stock.Account;
import io.bincard.model.stock.Status;
import io.bincard.model.time.Corrected;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What decides which counts of a site settle.
 *
 * @param counts those that have not settled yet
 * @param devices that somebody works with: signed in, or holding work; revoked ones are not waited
 *     for
 */
public record SettlingSlice(SiteSettings settings, List<Candidate> counts, List<Listener> devices) {
  public SettlingSlice {
    counts = List.copyOf(counts);
    devices = List.copyOf(devices);
  }

  /**
   * A count that may settle.
   *
   * @param arrived when the server first saw it
   * @param ambiguous an order that the uncertainties allow would change its variance
   */
  public record Candidate(
      UUID operation,
      Account bin,
      Corrected time,
      long arrived,
      boolean ambiguous,
      List<Key> keys) {
    public Candidate {
      keys = List.copyOf(keys);
    }

    /** A completed count is one operation, with a statement on every card of the bin. */
    Candidate and(Candidate other) {
      List<Key> all = new ArrayList<>(keys);
      all.addAll(other.keys());
      return new Candidate(operation, bin, time, arrived, ambiguous || other.ambiguous(), all);
    }
  }

  /** What became of it on one key. */
  public record Key(String item, String lot, Status status) {}

  /**
   * A device that may still know of something earlier.
   *
   * @param heardThrough up to when its journal is known, microseconds since 1970-01-01T00:00Z
   */
  public record Listener(String device, long heardThrough) {}
}
