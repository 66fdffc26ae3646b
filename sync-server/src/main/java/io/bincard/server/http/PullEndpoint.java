package io.bincard.server.http;

import io.bincard.server.devices.KnownDevice;
import io.bincard.server.problem.ProblemKind;
import io.bincard.server.pull.Pull;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;

/** A handheld asks what changed. */
public final class PullEndpoint implements Handler {
  private static final int USUAL_PAGE = 5_000;

  private final Pull pull;

  public PullEndpoint(Pull pull) {
    this.pull = pull;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    KnownDevice who = DeviceAccess.device(request);
    String cursor = request.query().first("cursor").orElse("");
    long limit = Query.number(request, "limit", 1, Pull.LARGEST_PAGE, USUAL_PAGE);
    long wait = Query.number(request, "wait", 0, Pull.LONGEST_WAIT.toSeconds(), 0);
    Answer.json(
        response,
        pull.page(who.site(), who.device(), cursor, (int) limit, Duration.ofSeconds(wait))
            .orElseThrow(
                () ->
                    ProblemKind.MALFORMED.because(
                        "cursor", "No answer ever had this cursor. Leave it out to begin.")));
  }
}
