package io.bincard.server.http;

import io.bincard.model.sync.WireJson;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/** Answers with JSON. */
public final class Answer {
  private Answer() {}

  public static void json(ServerResponse response, Object message) {
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.send(WireJson.write(message).getBytes(StandardCharsets.UTF_8));
  }
}
