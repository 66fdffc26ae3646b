package io.bincard.server.http;

import io.bincard.model.sync.ServerTime;
import io.bincard.server.db.Database;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** The time handhelds compare their clocks with: the database's. */
public final class TimeEndpoint implements Handler {
  private final Database database;

  public TimeEndpoint(Database database) {
    this.database = database;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    Answer.json(response, new ServerTime(database.now()));
  }
}
