package io.bincard.server.http;

import io.avaje.jsonb.Json;
import io.bincard.model.operation.Body;
import io.bincard.model.operation.Decision;
import io.bincard.server.problem.ProblemKind;
import io.bincard.server.reconcile.Entry;
import io.bincard.server.reconcile.Reconciler;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;

/** Somebody in charge has decided something. */
public final class DecisionsEndpoint implements Handler {
  private final Reconciler reconciler;

  public DecisionsEndpoint(Reconciler reconciler) {
    this.reconciler = reconciler;
  }

  /**
   * A decision.
   *
   * @param id made by whoever asks: asked again under the same id, it is answered and not repeated
   * @param user who decided
   */
  @Json
  public record Decided(UUID id, String user, Body decision) {}

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    String site = Query.required(request, "site");
    Decided decided = io.bincard.server.http.Body.json(request, Decided.class);
    if (!(decided.decision() instanceof Decision decision)) {
      throw ProblemKind.MALFORMED.because(
          "decision.type", "That is no decision. Facts come from the journals of handhelds.");
    }
    DecisionCheck.flaw(decision)
        .ifPresent(
            flaw -> {
              throw ProblemKind.MALFORMED.because("decision." + flaw.name(), flaw.reason());
            });
    Entry entry = new Entry(decided.id(), decided.user(), decision);
    Answer.json(response, reconciler.record(site, List.of(entry)).get(0));
  }
}
