package io.bincard.server.reconcile;

import io.bincard.model.operation.ServerRecord.CountSettled;
import io.bincard.model.stock.Status;
import java.util.List;

/**
 * Decides which counts become final. A count settles once it is accepted and unambiguous, and
 * everybody who may know of something earlier has been heard of, or the waiting time is over.
 */
final class SettlingPlanner {
  private SettlingPlanner() {}

  static List<CountSettled> settle(Store.Session session) {
    return settle(session.settling(), session.heads(), session.now());
  }

  static List<CountSettled> settle(SettlingSlice slice, List<JournalHead> heads, long now) {
    List<CountSettled.DeviceHead> seen =
        heads.stream()
            .map(head -> new CountSettled.DeviceHead(head.device(), head.epoch(), head.seq()))
            .toList();
    return slice.counts().stream()
        .filter(SettlingPlanner::isFinal)
        .filter(count -> isHeardOf(count, slice, now))
        .map(count -> settled(count, seen))
        .toList();
  }

  private static boolean isFinal(SettlingSlice.Candidate count) {
    return !count.ambiguous()
        && count.keys().stream().anyMatch(key -> key.status() == Status.ACCEPTED)
        && count.keys().stream()
            .allMatch(key -> key.status() == Status.ACCEPTED || key.status() == Status.OUTVOTED);
  }

  private static boolean isHeardOf(SettlingSlice.Candidate count, SettlingSlice slice, long now) {
    if (now - count.arrived() >= slice.settings().countWait()) {
      return true;
    }
    long until = count.time().t() + count.time().uncertainty();
    return slice.devices().stream().allMatch(device -> device.heardThrough() > until);
  }

  private static CountSettled settled(
      SettlingSlice.Candidate count, List<CountSettled.DeviceHead> heads) {
    List<CountSettled.SettledKey> keys =
        count.keys().stream()
            .map(
                key ->
                    new CountSettled.SettledKey(
                        key.item(), key.lot(), key.status() == Status.ACCEPTED))
            .toList();
    return new CountSettled(count.operation(), keys, true, heads);
  }
}
