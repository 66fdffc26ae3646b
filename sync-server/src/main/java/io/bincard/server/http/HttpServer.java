package io.bincard.server.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.bincard.server.problem.ProblemKind;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** The web server with all its routes, from when it listens until it is closed. */
public final class HttpServer implements AutoCloseable {
  private static final int MOST_HEADER_BYTES = 16 * 1024;

  private final WebServer server;
  private final String host;

  private HttpServer(WebServer server, String host) {
    this.server = server;
    this.host = host;
  }

  /**
   * Starts to listen.
   *
   * @throws CannotListenException with advice, if the port is taken or the certificate unusable
   */
  public static HttpServer start(HttpSettings settings, List<Route> routes) {
    makeSureThePortIsFree(settings);
    WebServerConfig.Builder builder =
        WebServer.builder()
            .host(settings.host())
            .port(settings.port())
            .shutdownHook(false) // whoever started us stops us, and the database after us
            .maxPayloadSize(settings.mostBodyBytes())
            .maxConcurrentRequests(settings.mostRequests())
            .connectionOptions(options -> options.readTimeout(settings.idle()))
            .idleConnectionTimeout(settings.idle())
            .contentEncoding(
                ContentEncodingContext.create(
                    encodings ->
                        encodings
                            .contentEncodingsDiscoverServices(false)
                            .addContentEncoding(new Gzip())))
            .directHandlers(directHandlers())
            .addProtocol(Http1Config.builder().maxHeadersSize(MOST_HEADER_BYTES).build())
            .routing(routing(routes));
    if (settings.certificate() != null) {
      builder.tls(settings.certificate().tls());
    }
    WebServer server = builder.build().start();
    if (!server.isRunning()) {
      throw new IllegalStateException("the web server did not start; the log says why");
    }
    return new HttpServer(server, settings.host());
  }

  // Helidon would log two stack traces and go on.
  private static void makeSureThePortIsFree(HttpSettings settings) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException taken) {
      throw new CannotListenException(
          "Cannot listen on %s:%d (%s). Stop what does, or choose another port with --port."
              .formatted(settings.host(), settings.port(), taken.getMessage()),
          taken);
    }
  }

  /** The port it listens on, which is worth asking if none was chosen. */
  public int port() {
    return server.port();
  }

  /** Such as {@code http://localhost:8080}. */
  public String address() {
    String scheme = server.hasTls() ? "https://" : "http://";
    return scheme + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port();
  }

  /** Answers what is being worked on, then stops to listen. */
  @Override
  public void close() {
    server.stop();
  }

  private static HttpRouting.Builder routing(List<Route> routes) {
    HttpRouting.Builder routing = HttpRouting.builder();
    Problems problems = new Problems();
    routing.addFilter(new RequestLog());
    routing.error(Throwable.class, problems::handle);
    for (Route route : routes) {
      routing.route(route.method(), route.path(), route.guarded());
    }
    routes.stream()
        .collect(groupingBy(Route::path))
        .forEach((path, ofPath) -> routing.any(path, otherMethods(ofPath, problems)));
    routing.any(HttpServer::unknown);
    return routing;
  }

  private static Handler otherMethods(List<Route> ofPath, Problems problems) {
    String allowed = ofPath.stream().map(route -> route.method().text()).collect(joining(", "));
    return (request, response) -> {
      // Sent and not thrown, because what is thrown takes the headers with it.
      response.header(HeaderNames.ALLOW, allowed);
      problems.handle(
          request, response, ProblemKind.METHOD_NOT_ALLOWED.because("Use " + allowed + "."));
    };
  }

  private static void unknown(ServerRequest request, ServerResponse response) {
    throw ProblemKind.NOT_FOUND.because(
        "There is no %s. Correct the path.".formatted(request.path().path()));
  }

  private static DirectHandlers directHandlers() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType event : EventType.values()) {
      handlers.addHandler(event, new Problems());
    }
    return handlers.build();
  }
}
