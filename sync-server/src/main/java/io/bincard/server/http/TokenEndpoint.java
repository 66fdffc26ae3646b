package io.bincard.server.http;

import io.bincard.model.sync.Enrolment;
import io.bincard.server.devices.PostgresTokens;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** A device shows its secret and gets a token. */
public final class TokenEndpoint implements Handler {
  private final PostgresTokens tokens;

  public TokenEndpoint(PostgresTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    Answer.json(response, tokens.newToken(Body.json(request, Enrolment.TokenRequest.class)));
  }
}
