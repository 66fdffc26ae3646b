package io.bincard.server.http;

import io.bincard.server.problem.ProblemKind;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

/** The text behind "Bearer" in the Authorization header. */
final class BearerToken {
  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  static String of(ServerRequest request) {
    String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw ProblemKind.UNAUTHENTICATED.because(
          "Authorization", "Send the header \"Authorization: Bearer TOKEN\".");
    }
    return header.substring(SCHEME.length()).strip();
  }
}
