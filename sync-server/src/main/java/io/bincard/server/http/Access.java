package io.bincard.server.http;

import io.helidon.webserver.http.ServerRequest;

/** Who may use a route. Each route says so; there is no other check before an endpoint. */
@FunctionalInterface
public interface Access {
  /** Anybody. */
  Access OPEN = request -> {};

  /**
   * Lets the request pass, and leaves in its context who is asking.
   *
   * @throws io.bincard.server.problem.ProblemException if it may not pass
   */
  void admit(ServerRequest request);
}
