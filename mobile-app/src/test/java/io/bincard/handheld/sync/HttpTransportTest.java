package io.bincard.handheld.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bincard.handheld.sync.Failure.Kind;
import io.bincard.model.sync.Enrolment;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.Problem;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.PushHeader;
import io.bincard.model.sync.Row;
import io.bincard.model.sync.ServerTime;
import io.bincard.model.sync.WireJson;
import io.bincard.model.sync.WorkAnswer;
import io.bincard.model.sync.WorkRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {
  private static final HttpClient CLIENT = HttpTransport.client();
  private static final String PROMISED =
      """
      HTTP/1.1 200 OK\r
      Content-Type: application/json\r
      Content-Length: 90\r
      \r
      """;
  private static final PushHeader HEADER = new PushHeader("d1", 1, null);

  private HttpServer server;
  private HttpTransport transport;

  /** What a request looked like to the server. */
  private volatile Seen seen;

  private record Seen(
      String method,
      String target,
      String type,
      String encoding,
      String authorization,
      String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    transport = to(server.getAddress().getPort(), Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @AfterAll
  static void closeClient() {
    CLIENT.shutdownNow();
  }

  private static HttpTransport to(int port, Duration timeout) {
    return new HttpTransport(CLIENT, URI.create("http://localhost:" + port + "/"), timeout);
  }

  private void answers(int status, String type, byte[] body, String... headers) {
    server.createContext(
        "/",
        exchange -> {
          seen = seen(exchange);
          exchange.getResponseHeaders().set("Content-Type", type);
          for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private void answers(Object message) {
    answers(200, "application/json", bytes(WireJson.write(message)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Seen seen(HttpExchange exchange) throws IOException {
    String encoding = header(exchange, "Content-Encoding");
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (encoding.equals("gzip")) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    return new Seen(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        header(exchange, "Content-Type"),
        encoding,
        header(exchange, "Authorization"),
        new String(body, StandardCharsets.UTF_8));
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static Failure failureOf(CompletableFuture<?> answer) {
    try {
      Object given = answer.join();
      throw new AssertionError("expected a failure, but got " + given);
    } catch (CompletionException failed) {
      assertThat(failed).hasCauseInstanceOf(TransportException.class);
      return TransportException.failureOf(failed);
    }
  }

  // What goes out.

  @Test
  void anEnrolmentIsAskedFor() {
    answers(new Enrolment.Answer("d1", "secret", "HH", 1, "first"));
    Enrolment.Request request = new Enrolment.Request("code", "Blue one", "1.0");
    assertThat(transport.enrol(request).join())
        .isEqualTo(new Enrolment.Answer("d1", "secret", "HH", 1, "first"));
    assertThat(seen)
        .isEqualTo(
            new Seen("POST", "/api/v1/enrol", "application/json", "", "", WireJson.write(request)));
  }

  @Test
  void aTokenIsAskedFor() {
    answers(new Enrolment.TokenAnswer("abc", 9));
    assertThat(transport.token(new Enrolment.TokenRequest("d1", "secret")).join().token())
        .isEqualTo("abc");
    assertThat(seen.target()).isEqualTo("/api/v1/token");
  }

  @Test
  void theTimeNeedsNoToken() {
    answers(new ServerTime(123));
    assertThat(transport.time().join()).isEqualTo(new ServerTime(123));
    assertThat(seen).isEqualTo(new Seen("GET", "/api/v1/time", "", "", "", ""));
  }

  @Test
  void aPushIsItsHeaderAndTheExactLines() {
    PushAnswer answer =
        new PushAnswer(
            "first",
            1,
            "hash",
            null,
            List.of(new Outcome(1, new UUID(1, 1), Outcome.Kind.APPLIED, null)));
    answers(answer);
    List<String> lines = List.of("{\"odd\":  \"Ø\"}", "{}");
    assertThat(transport.push("abc", HEADER, lines).join()).isEqualTo(answer);
    assertThat(seen)
        .isEqualTo(
            new Seen(
                "POST",
                "/api/v1/sync/push",
                "application/x-ndjson",
                "",
                "Bearer abc",
                WireJson.write(HEADER) + "\n{\"odd\":  \"Ø\"}\n{}\n"));
  }

  @Test
  void aLongPushIsCompressed() {
    answers(new PushAnswer("first", 0, "", 1L, List.of()));
    String line = "{\"long\":\"" + "Ø".repeat(5_000) + "\"}";
    assertThat(transport.push("abc", HEADER, List.of(line)).join().sendFrom()).isEqualTo(1);
    assertThat(seen.encoding()).isEqualTo("gzip");
    assertThat(seen.body()).isEqualTo(WireJson.write(HEADER) + "\n" + line + "\n");
  }

  @Test
  void aPullSaysWhereItIsAndHowLongItWaits() {
    PullPage page = new PullPage("first", "c 2&", true, List.of(new Row.Head("d1", 1, 7, "hash")));
    answers(page);
    assertThat(transport.pull("abc", "c 1&=/?", 100, 25).join()).isEqualTo(page);
    assertThat(seen.target())
        .isEqualTo("/api/v1/sync/pull?cursor=c+1%26%3D%2F%3F&limit=100&wait=25");
    assertThat(seen.authorization()).isEqualTo("Bearer abc");
  }

  @Test
  void aCompressedAnswerIsUnpacked() {
    PullPage page = new PullPage("first", "c", false, List.of());
    byte[] body = Gzip.compressed(bytes(WireJson.write(page)));
    answers(200, "application/json; charset=utf-8", body, "Content-Encoding", "gzip");
    assertThat(transport.pull("abc", "", 100, 0).join()).isEqualTo(page);
  }

  @Test
  void workIsClaimedAndReleased() {
    WorkAnswer answer = new WorkAnswer(Outcome.Kind.REFUSED, "CLAIMED_BY_OTHER", 0, 0);
    answers(answer);
    WorkRequest request = new WorkRequest(new UUID(1, 2), "w1", "ada", 0);
    assertThat(transport.claim("abc", request).join()).isEqualTo(answer);
    assertThat(seen.target()).isEqualTo("/api/v1/work/claim");
    assertThat(transport.release("abc", request).join()).isEqualTo(answer);
    assertThat(seen.target()).isEqualTo("/api/v1/work/release");
    assertThat(seen.body()).isEqualTo(WireJson.write(request));
  }

  // What comes back instead.

  @ParameterizedTest
  @CsvSource({
    "400,UNEXPECTED",
    "401,UNAUTHORIZED",
    "403,FORBIDDEN",
    "404,UNEXPECTED",
    "413,TOO_LARGE",
    "422,UNEXPECTED",
    "429,BUSY",
    "500,SERVER",
    "502,SERVER",
    "503,SERVER",
    "302,UNEXPECTED",
    "204,UNEXPECTED",
    "201,UNEXPECTED"
  })
  void everyOtherStatusIsAFailure(int status, Kind kind) {
    answers(status, "text/html", status == 204 ? new byte[0] : bytes("<html>"));
    Failure failure = failureOf(transport.push("abc", HEADER, List.of("{}")));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.detail()).contains(String.valueOf(status));
  }

  @Test
  void aProblemSaysInItsOwnWordsWhatIsWrong() {
    Problem problem =
        new Problem("device-revoked", "Revoked", 403, "Ask your supervisor.", null, null);
    answers(403, "application/problem+json", bytes(WireJson.write(problem)));
    assertThat(failureOf(transport.time()).detail()).isEqualTo("Ask your supervisor.");
  }

  @ParameterizedTest
  @CsvSource({"7,7000", "0,0", "-3,0", "'Wed, 21 Oct 2026 07:28:00 GMT',0", "999999999,3600000"})
  void aServerCanSayWhenToComeBack(String retryAfter, long milliseconds) {
    answers(503, "text/plain", bytes("busy"), "Retry-After", retryAfter);
    assertThat(failureOf(transport.time()).retryAfter()).isEqualTo(milliseconds);
  }

  @Test
  void aPortalInBetweenIsNoServer() {
    answers(200, "text/html", bytes("<html>Welcome to our guest network!</html>"));
    Failure failure = failureOf(transport.push("abc", HEADER, List.of("{}")));
    assertThat(failure.kind()).isEqualTo(Kind.UNEXPECTED);
    assertThat(failure.detail()).contains("no Bincard");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{\"serverTime\":\"soon\"}",
        "{}",
        "{\"serverTime\":0}",
        "{\"serverTime\":12}trailing"
      })
  void anAnswerThatIsNotTheDocumentedOneIsAFailure(String body) {
    answers(200, "application/json", bytes(body));
    assertThat(failureOf(transport.time()).kind()).isEqualTo(Kind.UNEXPECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"incarnation\":\"first\",\"appliedThrough\":1,\"headHash\":\"h\"}",
        "{\"incarnation\":\"first\",\"appliedThrough\":1,\"headHash\":\"h\",\"outcomes\":[{}]}",
        "{\"incarnation\":\"first\",\"appliedThrough\":1,\"headHash\":\"h\",\"outcomes\":[null]}",
        "{\"appliedThrough\":1,\"headHash\":\"h\",\"outcomes\":[]}"
      })
  void aPushAnswerThatLacksSomethingIsAFailure(String body) {
    answers(200, "application/json", bytes(body));
    assertThat(failureOf(transport.push("abc", HEADER, List.of("{}"))).kind())
        .isEqualTo(Kind.UNEXPECTED);
  }

  @Test
  void anAnswerThatCannotBeUnpackedIsAFailure() {
    answers(200, "application/json", bytes("{\"serverTime\":1}"), "Content-Encoding", "gzip");
    assertThat(failureOf(transport.time()).kind()).isEqualTo(Kind.UNEXPECTED);
  }

  @Test
  void whatUnpacksToFarTooMuchIsNotUnpacked() {
    byte[] compressed = Gzip.compressed(new byte[10_000]);
    assertThatThrownBy(() -> Gzip.expanded(compressed, 9_999)).isInstanceOf(IOException.class);
    assertThat(Gzip.compressed(new byte[10_000])).hasSizeLessThan(1_000);
  }

  // Lines that are cut.

  /** A server below HTTP: what it does with a connection is said by the test. */
  private interface Conversation {
    void with(Socket socket) throws IOException;
  }

  private static Failure failureAgainst(Conversation conversation, Duration timeout)
      throws Exception {
    Thread other;
    Failure failure;
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      other = Thread.startVirtualThread(() -> serve(listener, conversation));
      HttpTransport cut = to(listener.getLocalPort(), timeout);
      failure = failureOf(cut.push("abc", HEADER, List.of("{}")));
    }
    other.join();
    return failure;
  }

  private static void serve(ServerSocket listener, Conversation conversation) {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        conversation.with(socket);
      } catch (IOException over) {
        // The other side went away, or the test is done.
      }
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes(text));
    out.flush();
  }

  private static void readUntilClosed(Socket socket) throws IOException {
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Failure failure = failureOf(to(free, Duration.ofSeconds(20)).time());
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.detail()).contains("cannot be reached");
  }

  @Test
  void aNameThatNobodyKnowsIsUnreachable() {
    HttpTransport nowhere =
        new HttpTransport(CLIENT, URI.create("http://nowhere.invalid"), Duration.ofSeconds(20));
    assertThat(failureOf(nowhere.time()).kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aLineThatIsCutBeforeTheAnswerIsUnreachable() throws Exception {
    Failure failure =
        failureAgainst(socket -> socket.getInputStream().read(), Duration.ofSeconds(20));
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aLineThatIsCutWithinTheAnswerIsUnreachable() throws Exception {
    Failure failure =
        failureAgainst(
            socket -> {
              socket.getInputStream().read();
              write(socket, PROMISED + "{\"incarn");
            },
            Duration.ofSeconds(20));
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() throws Exception {
    Failure failure = failureAgainst(HttpTransportTest::readUntilClosed, Duration.ofMillis(200));
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.detail()).contains("does not answer in time");
  }

  @Test
  void anAnswerThatDriesUpIsGivenUpAndItsLineClosed() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    Failure failure =
        failureAgainst(
            socket -> {
              write(socket, PROMISED + "{");
              readUntilClosed(socket);
              closed.countDown();
            },
            Duration.ofMillis(200));
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    closed.await();
  }

  @Test
  void aPullThatNobodyWaitsForAnyLongerLetsItsLineGo() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Conversation patient =
        socket -> {
          socket.getInputStream().read();
          asked.countDown();
          readUntilClosed(socket);
          closed.countDown();
        };
    Thread other;
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      other = Thread.startVirtualThread(() -> serve(listener, patient));
      HttpTransport listening = to(listener.getLocalPort(), Duration.ofSeconds(20));
      CompletableFuture<PullPage> pull = listening.pull("abc", "", 100, 25);
      asked.await();
      pull.cancel(true);
      closed.await();
    }
    other.join();
  }
}
