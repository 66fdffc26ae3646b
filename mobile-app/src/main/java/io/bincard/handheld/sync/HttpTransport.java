package io.bincard.handheld.sync;

import io.bincard.model.sync.Enrolment;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.PushHeader;
import io.bincard.model.sync.ServerTime;
import io.bincard.model.sync.WireJson;
import io.bincard.model.sync.WorkAnswer;
import io.bincard.model.sync.WorkRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The way to a server over HTTP, see docs/protocol.md. */
public final class HttpTransport implements Transport {
  private static final int WORTH_COMPRESSING = 1_024;

  private final HttpClient client;
  private final String root;
  private final Duration timeout;

  /**
   * Many transports can share one client.
   *
   * @param server its address, for example {@code https://bincard.example.org}
   * @param timeout of a whole exchange, the time that a pull is to wait not included
   */
  public HttpTransport(HttpClient client, URI server, Duration timeout) {
    this.client = client;
    this.root = server.toString().replaceFirst("/+$", "") + "/api/v1/";
    this.timeout = timeout;
  }

  /** A client that gives up on a server it cannot reach within five seconds. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5))
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  @Override
  public CompletableFuture<Enrolment.Answer> enrol(Enrolment.Request request) {
    return exchange(json(request("enrol"), request), Enrolment.Answer.class, timeout);
  }

  @Override
  public CompletableFuture<Enrolment.TokenAnswer> token(Enrolment.TokenRequest request) {
    return exchange(json(request("token"), request), Enrolment.TokenAnswer.class, timeout);
  }

  @Override
  public CompletableFuture<ServerTime> time() {
    return exchange(request("time").GET(), ServerTime.class, timeout);
  }

  @Override
  public CompletableFuture<PushAnswer> push(String token, PushHeader header, List<String> lines) {
    String text = WireJson.write(header) + "\n" + String.join("\n", lines) + "\n";
    HttpRequest.Builder request = authorized("sync/push", token);
    return exchange(body(request, "application/x-ndjson", text), PushAnswer.class, timeout);
  }

  @Override
  public CompletableFuture<PullPage> pull(String token, String cursor, int limit, int waitSeconds) {
    String from = URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    String query = "?cursor=" + from + "&limit=" + limit + "&wait=" + waitSeconds;
    HttpRequest.Builder request = authorized("sync/pull" + query, token).GET();
    return exchange(request, PullPage.class, timeout.plusSeconds(waitSeconds));
  }

  @Override
  public CompletableFuture<WorkAnswer> claim(String token, WorkRequest request) {
    return exchange(json(authorized("work/claim", token), request), WorkAnswer.class, timeout);
  }

  @Override
  public CompletableFuture<WorkAnswer> release(String token, WorkRequest request) {
    return exchange(json(authorized("work/release", token), request), WorkAnswer.class, timeout);
  }

  private HttpRequest.Builder authorized(String path, String token) {
    return request(path).header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path))
        .header("Accept", "application/json, application/problem+json")
        .header("Accept-Encoding", "gzip");
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request, Object message) {
    return body(request, "application/json", WireJson.write(message));
  }

  private static HttpRequest.Builder body(
      HttpRequest.Builder request, String mediaType, String text) {
    request.header("Content-Type", mediaType);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < WORTH_COMPRESSING) {
      return request.POST(BodyPublishers.ofByteArray(bytes));
    }
    return request
        .header("Content-Encoding", "gzip")
        .POST(BodyPublishers.ofByteArray(Gzip.compressed(bytes)));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the answer is what is watched; it always ends
  private <T> CompletableFuture<T> exchange(
      HttpRequest.Builder request, Class<T> type, Duration within) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request.timeout(within).build(), BodyHandlers.ofByteArray());
    CompletableFuture<T> answer = new CompletableFuture<>();
    // The client's own time-out ends with the headers; a body can dry up as well.
    exchange
        .copy()
        .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((response, thrown) -> complete(answer, type, response, thrown));
    answer.whenComplete(
        (given, thrown) -> {
          if (thrown != null) {
            exchange.cancel(true);
          }
        });
    return answer;
  }

  private <T> void complete(
      CompletableFuture<T> answer,
      Class<T> type,
      @Nullable HttpResponse<byte[]> response,
      @Nullable Throwable thrown) {
    try {
      if (response == null) {
        throw HttpAnswer.unreachable(root, thrown);
      }
      answer.complete(HttpAnswer.read(type, response));
    } catch (TransportException failed) {
      answer.completeExceptionally(failed);
    } catch (RuntimeException unforeseen) {
      String detail = "The server's answer could not be read: " + unforeseen.getMessage();
      Failure failure = Failure.of(Failure.Kind.UNEXPECTED, detail);
      answer.completeExceptionally(new TransportException(failure, unforeseen));
    }
  }
}
