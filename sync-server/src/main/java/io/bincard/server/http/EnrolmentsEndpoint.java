package io.bincard.server.http;

import io.avaje.jsonb.Json;
import io.bincard.server.devices.PostgresEnrolments;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** The admin wants a code for one handheld of a site. */
public final class EnrolmentsEndpoint implements Handler {
  private final PostgresEnrolments enrolments;

  public EnrolmentsEndpoint(PostgresEnrolments enrolments) {
    this.enrolments = enrolments;
  }

  /** Which site the handheld is for. */
  @Json
  public record Wanted(String site) {}

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    Answer.json(response, enrolments.newCode(Body.json(request, Wanted.class).site()));
  }
}
