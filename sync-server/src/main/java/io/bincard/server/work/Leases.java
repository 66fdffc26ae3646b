package io.bincard.server.work;

import io.bincard.model.operation.ServerRecord;
import io.bincard.model.operation.ServerRecord.LeaseGranted;
import io.bincard.model.operation.ServerRecord.LeaseLost;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may hold a piece of work, and for how long. */
public final class Leases {
  private Leases() {}

  /**
   * A device asks for work. Whoever holds it already gets more time; a lease that is over goes to
   * who asks first, and its former holder is told.
   *
   * @param work null if the site has no such work
   * @param now microseconds since 1970-01-01T00:00Z
   * @param leaseTime microseconds
   */
  public static WorkPlan claim(
      @Nullable WorkState work, Claimant claimant, long now, long leaseTime) {
    if (claimant.standing() == Claimant.Standing.UNKNOWN) {
      return new WorkPlan.Refused(Refusal.DEVICE_UNKNOWN);
    }
    if (claimant.standing() == Claimant.Standing.REVOKED) {
      return new WorkPlan.Refused(Refusal.DEVICE_REVOKED);
    }
    if (work == null) {
      return new WorkPlan.Refused(Refusal.WORK_UNKNOWN);
    }
    if (work.state() == WorkState.State.DONE) {
      return new WorkPlan.Refused(Refusal.WORK_DONE);
    }
    boolean own = work.isHeldBy(claimant.device());
    if (!own && work.isLeased(now)) {
      return new WorkPlan.Refused(Refusal.WORK_TAKEN);
    }
    List<ServerRecord> records = new ArrayList<>();
    if (!own && work.state() == WorkState.State.CLAIMED) {
      records.add(new LeaseLost(work.work(), work.device(), work.fence()));
    }
    records.add(
        new LeaseGranted(
            work.work(), claimant.device(), claimant.user(), work.fence() + 1, now + leaseTime));
    return new WorkPlan.Done(records);
  }

  /**
   * Work is given back, by its holder or by somebody in charge who names the holder. A lease that
   * is over but was not taken can be given back; one before the last can't.
   *
   * @param work null if the site has no such work
   * @param device who holds it
   * @param fence of the lease
   */
  public static WorkPlan release(@Nullable WorkState work, String device, long fence) {
    if (work == null) {
      return new WorkPlan.Refused(Refusal.WORK_UNKNOWN);
    }
    if (work.state() == WorkState.State.DONE) {
      return new WorkPlan.Refused(Refusal.WORK_DONE);
    }
    if (!work.isHeldBy(device) || work.fence() != fence) {
      return new WorkPlan.Refused(Refusal.LEASE_LOST);
    }
    return new WorkPlan.Done(List.of());
  }
}
