package io.bincard.server.http;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/**
 * One line a request: what was asked, by whom, what came of it and how long it took. Never a token
 * or a query. Good ones are logged at DEBUG, as handhelds ask all the time.
 */
final class RequestLog implements Filter {
  private static final System.Logger LOG = System.getLogger(RequestLog.class.getName());

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    long start = System.nanoTime();
    response.whenSent(() -> log(request, response.status().code(), System.nanoTime() - start));
    chain.proceed();
  }

  private static void log(RoutingRequest request, int status, long nanoseconds) {
    System.Logger.Level level = status < 400 ? DEBUG : status < 500 ? INFO : WARNING;
    LOG.log(
        level,
        () ->
            "%s %s %d %.1f ms %s"
                .formatted(
                    request.prologue().method().text(),
                    request.prologue().uriPath().path(),
                    status,
                    nanoseconds / 1e6,
                    request.remotePeer().host()));
  }
}
