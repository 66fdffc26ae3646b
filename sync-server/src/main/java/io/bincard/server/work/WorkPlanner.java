package io.bincard.server.work;

import io.bincard.model.operation.Intent;
import io.bincard.model.operation.ServerRecord;
import io.bincard.model.operation.ServerRecord.Allocated;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is journalled after an intent about work. */
public final class WorkPlanner {
  private WorkPlanner() {}

  /** A pick list is allocated anew with every grant: stock moved on since the last one. */
  public static WorkPlan claim(ClaimSlice slice) {
    WorkState work = slice.work();
    WorkPlan lease = Leases.claim(work, slice.claimant(), slice.now(), slice.leaseTime());
    return lease instanceof WorkPlan.Done done && work != null
        ? allocated(work, done, Allocator.allocate(slice.needs(), slice.stock(), slice.today()))
        : lease;
  }

  /** What a pick list that is given back held in reserve is free for others. */
  public static WorkPlan release(@Nullable WorkState work, Intent.WorkReleased intent) {
    WorkPlan release = Leases.release(work, intent.device(), intent.fence());
    return release instanceof WorkPlan.Done done && work != null
        ? allocated(work, done, List.of())
        : release;
  }

  private static WorkPlan allocated(
      WorkState work, WorkPlan.Done done, List<Allocated.Allocation> allocations) {
    if (work.kind() != WorkState.Kind.PICK) {
      return done;
    }
    List<ServerRecord> records = new ArrayList<>(done.records());
    records.add(new Allocated(work.order(), allocations));
    return new WorkPlan.Done(records);
  }
}
