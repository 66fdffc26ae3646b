package io.bincard.handheld.sync;

import io.bincard.handheld.journal.Extent;
import io.bincard.handheld.journal.Identity;
import io.bincard.handheld.journal.Journal;
import io.bincard.model.operation.Fact;
import io.bincard.model.sync.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server has another story of this device's journal: the device was restored from an old copy,
 * or there are two of it. The journal goes on in an epoch that is new to both.
 *
 * @param epoch which the server has another story of; the next one is later
 * @param loss what this journal lacks; null if nothing is known to be missing
 */
public record Divergence(int epoch, Fact.@Nullable LossDeclared loss) {
  static final String FORKED = "FORKED";

  /**
   * Looks for one in what was pulled.
   *
   * @param heads of this device
   */
  static @Nullable Divergence seenIn(List<Row.Head> heads, Journal journal) {
    int current = journal.identity().map(Identity::epoch).orElse(0);
    Divergence found = null;
    for (Row.Head head : heads) {
      if (head.epoch() >= current && !journal.isOnChain(head)) {
        long last = lastOf(head.epoch(), journal);
        found =
            head.seq() > last
                ? lost(head.epoch(), last + 1, head.seq())
                : new Divergence(head.epoch(), null);
      }
    }
    return found;
  }

  private static long lastOf(int epoch, Journal journal) {
    return journal.extents().stream()
        .filter(extent -> extent.epoch() == epoch)
        .mapToLong(Extent::last)
        .findFirst()
        .orElse(0);
  }

  /** The server has operations of an epoch that this journal does not have. */
  static Divergence lost(int epoch, long from, long through) {
    return new Divergence(
        epoch,
        new Fact.LossDeclared(
            epoch, from, through, "The device came back from an older copy of its journal."));
  }
}
