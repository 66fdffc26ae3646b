package io.bincard.server.http;

import io.bincard.model.operation.Intent;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.WorkAnswer;
import io.bincard.model.sync.WorkRequest;
import io.bincard.server.devices.KnownDevice;
import io.bincard.server.reconcile.Entry;
import io.bincard.server.reconcile.Reconciler;
import io.bincard.server.work.Lease;
import io.bincard.server.work.Leasing;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.BiFunction;

/** A handheld wants to begin work, or gives it back. */
public final class WorkEndpoint implements Handler {
  private final Reconciler reconciler;
  private final Leasing leasing;
  private final BiFunction<WorkRequest, KnownDevice, Intent> intent;

  private WorkEndpoint(
      Reconciler reconciler, Leasing leasing, BiFunction<WorkRequest, KnownDevice, Intent> intent) {
    this.reconciler = reconciler;
    this.leasing = leasing;
    this.intent = intent;
  }

  public static WorkEndpoint claim(Reconciler reconciler, Leasing leasing) {
    return new WorkEndpoint(
        reconciler,
        leasing,
        (request, who) -> new Intent.WorkClaimed(request.work(), who.device()));
  }

  public static WorkEndpoint release(Reconciler reconciler, Leasing leasing) {
    return new WorkEndpoint(
        reconciler,
        leasing,
        (request, who) -> new Intent.WorkReleased(request.work(), who.device(), request.fence()));
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    KnownDevice who = DeviceAccess.device(request);
    WorkRequest wanted = Body.json(request, WorkRequest.class);
    Entry entry = new Entry(wanted.request(), wanted.user(), intent.apply(wanted, who));
    Outcome outcome = reconciler.record(who.site(), List.of(entry)).get(0);
    Lease lease = leasing.grantedFor(who.site(), wanted.request());
    Answer.json(
        response, new WorkAnswer(outcome.kind(), outcome.code(), lease.fence(), lease.expires()));
  }
}
