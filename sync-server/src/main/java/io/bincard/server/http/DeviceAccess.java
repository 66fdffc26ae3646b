package io.bincard.server.http;

import io.bincard.server.devices.KnownDevice;
import io.bincard.server.devices.PostgresTokens;
import io.helidon.webserver.http.ServerRequest;

/** Handhelds with a valid token. */
public final class DeviceAccess implements Access {
  private final PostgresTokens tokens;

  public DeviceAccess(PostgresTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void admit(ServerRequest request) {
    request.context().register(tokens.check(BearerToken.of(request)));
  }

  /** Who is asking. Only on routes with this access. */
  public static KnownDevice device(ServerRequest request) {
    return request.context().get(KnownDevice.class).orElseThrow();
  }
}
