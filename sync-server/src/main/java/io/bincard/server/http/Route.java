package io.bincard.server.http;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;

/**
 * One line of the API's table.
 *
 * @param path may have parameters: {@code /api/v1/devices/{device}/revoke}
 */
public record Route(Method method, String path, Access access, Handler endpoint) {

  public static Route get(String path, Access access, Handler endpoint) {
    return new Route(Method.GET, path, access, endpoint);
  }

  public static Route post(String path, Access access, Handler endpoint) {
    return new Route(Method.POST, path, access, endpoint);
  }

  /** Asks who it is before the endpoint sees anything. */
  Handler guarded() {
    return (request, response) -> {
      access.admit(request);
      endpoint.handle(request, response);
    };
  }
}
