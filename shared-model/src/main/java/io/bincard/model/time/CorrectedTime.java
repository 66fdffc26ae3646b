package io.bincard.model.time;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a device's stamps into corrected times along its journal.
 *
 * <p>The rule (docs/architecture.md, "Time"): t comes from the next anchor of the same run, else
 * from the previous one of that run, else from the wall clock; it is clamped between the anchors on
 * either side, and then raised to the running maximum, which makes it the more uncertain. A time so
 * found never changes when more of the journal arrives, provided each push carries the first anchor
 * at or after its last operation.
 *
 * @param lastAnchor the last anchor before, none at the start of a journal
 * @param lastT the corrected time of the operation before; the smallest long at the start
 */
public record CorrectedTime(@Nullable Anchor lastAnchor, long lastT) {
  public static final CorrectedTime START = new CorrectedTime(null, Long.MIN_VALUE);

  /** The corrected times of some stamps, and where the next push continues. */
  public record Result(List<Corrected> times, CorrectedTime next) {
    public Result {
      times = List.copyOf(times);
    }
  }

  /**
   * Corrects the stamps that follow this point of the journal.
   *
   * @param stamps in the order of the journal
   * @param following the first anchor after the last stamp; may be missing
   */
  public Result correct(List<Stamp> stamps, @Nullable Anchor following) {
    @Nullable Anchor[] next = anchorsAtOrAfter(stamps, following);
    List<Corrected> times = new ArrayList<>(stamps.size());
    Anchor previous = lastAnchor;
    long running = lastT;
    for (int i = 0; i < stamps.size(); i++) {
      Stamp stamp = stamps.get(i);
      if (stamp.anchor() != null) {
        previous = stamp.anchor();
      }
      Corrected corrected = clamped(estimate(stamp, previous, next[i]), previous, next[i]);
      running = Math.max(running, corrected.t());
      times.add(corrected.raisedTo(running));
    }
    return new Result(times, new CorrectedTime(previous, running));
  }

  private static @Nullable Anchor[] anchorsAtOrAfter(
      List<Stamp> stamps, @Nullable Anchor following) {
    @Nullable Anchor[] next = new @Nullable Anchor[stamps.size()];
    Anchor ahead = following;
    for (int i = stamps.size() - 1; i >= 0; i--) {
      Anchor own = stamps.get(i).anchor();
      ahead = own == null ? ahead : own;
      next[i] = ahead;
    }
    return next;
  }

  private static Corrected estimate(Stamp stamp, @Nullable Anchor previous, @Nullable Anchor next) {
    if (next != null && next.run().equals(stamp.run())) {
      return new Corrected(next.serverTimeAt(stamp.monotonic()), next.uncertainty());
    }
    if (previous != null && previous.run().equals(stamp.run())) {
      return new Corrected(previous.serverTimeAt(stamp.monotonic()), previous.uncertainty());
    }
    long gap =
        previous != null && next != null
            ? Math.max(0, next.serverTime() - previous.serverTime())
            : Corrected.UNKNOWN;
    return new Corrected(stamp.wall(), gap);
  }

  private static Corrected clamped(
      Corrected estimate, @Nullable Anchor previous, @Nullable Anchor next) {
    long t = estimate.t();
    if (next != null) {
      t = Math.min(t, next.serverTime());
    }
    if (previous != null) {
      t = Math.max(t, previous.serverTime());
    }
    return new Corrected(t, estimate.uncertainty());
  }
}
