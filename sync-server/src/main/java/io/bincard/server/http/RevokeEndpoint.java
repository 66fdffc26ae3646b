package io.bincard.server.http;

import io.bincard.server.devices.PostgresDevices;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** The admin shuts a handheld out. */
public final class RevokeEndpoint implements Handler {
  private final PostgresDevices devices;

  public RevokeEndpoint(PostgresDevices devices) {
    this.devices = devices;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    devices.revoke(Query.required(request, "site"), request.path().pathParameters().get("device"));
    response.status(Status.NO_CONTENT_204).send();
  }
}
