package io.bincard.server.http;

import io.bincard.model.sync.Enrolment;
import io.bincard.server.devices.PostgresEnrolments;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** A handheld shows its code and becomes a device. */
public final class EnrolEndpoint implements Handler {
  private final PostgresEnrolments enrolments;

  public EnrolEndpoint(PostgresEnrolments enrolments) {
    this.enrolments = enrolments;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    Answer.json(response, enrolments.enrol(Body.json(request, Enrolment.Request.class)));
  }
}
