package io.bincard.server.audit;

import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.time.Anchor;
import io.bincard.model.time.Corrected;
import io.bincard.model.time.CorrectedTime;
import io.bincard.model.time.Stamp;
import io.bincard.server.audit.Difference.Kind;
import io.bincard.server.reconcile.IncomingLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works the corrected times of one journal out again.
 *
 * <p>They were frozen push by push, so this goes push by push: the operations that arrived at one
 * moment. Of a push it is not kept whether it named an anchor ahead, so both answers are good: with
 * the next anchor of the journal, and with none.
 */
final class Clock {
  private final String device;
  private final Differences.Of differences;
  private final boolean own;
  private final List<Reading> push = new ArrayList<>();
  private @Nullable Anchor lastAnchor;
  private long lastExpected = Long.MIN_VALUE;
  private long lastStored = Long.MIN_VALUE;

  /** An operation of the push that is being read. */
  private record Reading(Found.Operation row, Stamp stamp, boolean sound) {}

  /**
   * Begins with a journal.
   *
   * @param own the journal is a server's: its time is the database's, and right
   */
  Clock(String device, boolean own, Differences.Of differences) {
    this.device = device;
    this.own = own;
    this.differences = differences;
  }

  /** Whether an operation came with those that were given to {@link #next} since the last end. */
  boolean isOfThisPush(Found.Operation row) {
    return push.isEmpty()
        || (push.get(0).row().arrived() == row.arrived()
            && push.get(0).row().epoch() == row.epoch());
  }

  /**
   * Takes the next operation of the push.
   *
   * @param sound false if its line is not the one that was journaled, so that it proves nothing
   */
  void next(Found.Operation row, @Nullable IncomingLine line, boolean sound) {
    if (line != null) {
      Anchor anchor = anchor(line.operation(), row.arrived());
      push.add(
          new Reading(
              row,
              new Stamp(
                  line.header().clocks().run(),
                  line.header().clocks().monotonic(),
                  wall(line.header().clocks().wall(), row.arrived()),
                  anchor),
              sound));
    }
  }

  /** What has arrived has happened; the server's own time may run ahead of itself by a moment. */
  private long wall(long wall, long arrived) {
    return own ? wall : Math.min(wall, arrived);
  }

  /** The anchor an operation records; one from the future measures nothing. */
  static @Nullable Anchor anchor(@Nullable Operation operation, long arrived) {
    return operation != null
            && operation.body() instanceof Fact.TimeAnchored anchored
            && anchored.serverTime() <= arrived
        ? new Anchor(
            operation.clocks().run(),
            anchored.monotonic(),
            anchored.serverTime(),
            anchored.uncertainty())
        : null;
  }

  /**
   * The push ends here.
   *
   * @param ahead the next anchor of the journal
   */
  void endOfPush(@Nullable Anchor ahead) {
    if (push.isEmpty()) {
      return;
    }
    List<Corrected> expected = own ? ownTimes() : corrected(ahead);
    for (int i = 0; i < push.size(); i++) {
      Reading reading = push.get(i);
      if (reading.sound()) {
        differences.compare(
            Kind.TIME, reading.row().name(), shown(expected.get(i)), shown(reading.row().time()));
      }
    }
    lastExpected = expected.get(expected.size() - 1).t();
    lastStored = push.get(push.size() - 1).row().time().t();
    push.clear();
  }

  private List<Corrected> ownTimes() {
    return push.stream().map(reading -> new Corrected(reading.stamp().wall(), 0)).toList();
  }

  /** Of all that could have been worked out, what agrees best. */
  private List<Corrected> corrected(@Nullable Anchor ahead) {
    List<Stamp> stamps = push.stream().map(Reading::stamp).toList();
    boolean usable = ahead != null && ahead.serverTime() <= push.get(0).row().arrived();
    List<CorrectedTime.Result> results = new ArrayList<>();
    for (long lastT : new long[] {lastExpected, lastStored}) {
      CorrectedTime from = new CorrectedTime(lastAnchor, lastT);
      results.add(from.correct(stamps, null));
      if (usable) {
        results.add(from.correct(stamps, ahead));
      }
    }
    CorrectedTime.Result best = results.get(0);
    for (CorrectedTime.Result result : results) {
      if (agreeing(result) > agreeing(best)) {
        best = result;
      }
    }
    lastAnchor = best.next().lastAnchor();
    return best.times();
  }

  private long agreeing(CorrectedTime.Result result) {
    long count = 0;
    for (int i = 0; i < push.size(); i++) {
      if (result.times().get(i).equals(push.get(i).row().time())) {
        count++;
      }
    }
    return count;
  }

  /** Compares where corrected time goes on from with what the device's own row says. */
  void end(Found.Device head) {
    differences.compare(
        Kind.TIME,
        "where the corrected time of device " + device + " goes on",
        shown(lastStored, lastAnchor),
        shown(head.lastT() == null ? Long.MIN_VALUE : head.lastT(), head.lastAnchor()));
  }

  private static String shown(long t, @Nullable Anchor anchor) {
    String from = t == Long.MIN_VALUE ? "the beginning" : String.valueOf(t);
    return from
        + (anchor == null
            ? ", no anchor"
            : ", anchor of %s: %d at %d +- %d"
                .formatted(
                    anchor.run(), anchor.serverTime(), anchor.monotonic(), anchor.uncertainty()));
  }

  private static String shown(Corrected time) {
    return time.t() + " +- " + time.uncertainty();
  }
}
