package io.bincard.server.http;

import io.avaje.jsonb.Json;
import io.bincard.server.db.Database;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Whether this server can work: it can if its database answers. */
public final class HealthEndpoint implements Handler {
  private final Database database;

  public HealthEndpoint(Database database) {
    this.database = database;
  }

  /**
   * It can.
   *
   * @param databaseTime microseconds since 1970-01-01T00:00Z
   */
  @Json
  public record Health(String status, long databaseTime) {}

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    Answer.json(response, new Health("UP", database.now()));
  }
}
