package io.bincard.server.http;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.bincard.model.sync.Problem;
import io.bincard.model.sync.WireJson;
import io.bincard.server.db.DatabaseException;
import io.bincard.server.problem.ProblemException;
import io.bincard.server.problem.ProblemKind;
import io.bincard.server.reconcile.UnknownSiteException;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Turns whatever goes wrong into an RFC 9457 answer. What was not foreseen is logged under a
 * reference, and the answer says no more than that reference.
 */
final class Problems implements DirectHandler {
  private static final System.Logger LOG = System.getLogger(Problems.class.getName());
  static final String MEDIA_TYPE = "application/problem+json";

  /** Any failure of a filter or an endpoint. */
  void handle(ServerRequest request, ServerResponse response, Throwable failure) {
    Problem problem = problem(failure, request.prologue().toString());
    if (problem.status() == Status.UNAUTHORIZED_401.code()) {
      response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
    }
    if (problem.status() == Status.SERVICE_UNAVAILABLE_503.code()) {
      response.header(HeaderNames.RETRY_AFTER, "5");
    }
    if (!request.content().consumed()) {
      // What is left of the body is not read to its end only to be thrown away.
      response.header(HeaderNames.CONNECTION, "close");
    }
    response.status(problem.status());
    response.header(HeaderNames.CONTENT_TYPE, MEDIA_TYPE);
    response.send(bytes(problem));
  }

  /** Anything that fails before there is a request to route: no HTTP, headers too large. */
  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType event,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .keepAlive(false)
        .header(HeaderNames.CONTENT_TYPE, MEDIA_TYPE)
        .entity(bytes(ofStatus(status, firstLine(message))))
        .build();
  }

  private static Problem problem(Throwable failure, String where) {
    if (failure instanceof ProblemException known) {
      return known.problem();
    }
    if (failure instanceof UnknownSiteException unknown) {
      return ProblemKind.NOT_FOUND
          .because("site", "There is no site '" + unknown.site() + "'. Import it first.")
          .problem();
    }
    if (failure instanceof HttpException known) {
      return ofStatus(known.status(), String.valueOf(known.getMessage()));
    }
    if (failure instanceof DatabaseException database && database.unavailable()) {
      LOG.log(WARNING, "The database is away: {0}", database.getMessage());
      return ProblemKind.UNAVAILABLE
          .because("The database does not answer. Nothing was done; try again.")
          .problem();
    }
    String reference = UUID.randomUUID().toString();
    LOG.log(ERROR, "Reference " + reference + ": " + where + " failed", failure);
    return ProblemKind.INTERNAL
        .because(
            "Nothing was done. Tell whoever runs the server this reference, under which its log"
                + " says more: "
                + reference)
        .problem();
  }

  // The further ones are a dump of the bytes.
  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static Problem ofStatus(Status status, String detail) {
    for (ProblemKind kind : ProblemKind.values()) {
      if (kind.status() == status.code()) {
        return kind.because(detail.isBlank() ? kind.title() : detail).problem();
      }
    }
    return new Problem("about:blank", status.reasonPhrase(), status.code(), detail, null, null);
  }

  private static byte[] bytes(Problem problem) {
    return WireJson.write(problem).getBytes(StandardCharsets.UTF_8);
  }
}
