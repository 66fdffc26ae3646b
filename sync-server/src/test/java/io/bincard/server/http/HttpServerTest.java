package io.bincard.server.http;

import static io.bincard.server.http.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.model.sync.Problem;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.ServerTime;
import io.bincard.server.TestServer;
import io.bincard.server.db.DatabaseException;
import io.bincard.server.push.Lines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
  private static TestServer server;
  private TestServer.Handheld handheld;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            Route.get(
                "/broken",
                Access.OPEN,
                (request, response) -> {
                  throw new IllegalStateException("the secret is xyzzy");
                }),
            Route.get(
                "/away",
                Access.OPEN,
                (request, response) -> {
                  throw new DatabaseException("gone", new SQLException("gone", "57P01"));
                }));
  }

  @BeforeEach
  void enrol() {
    handheld = server.handheld();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theServerIsHealthyWhenItsDatabaseAnswers() {
    assertThat(server.get("/health").statusCode()).isEqualTo(200);
    assertThat(server.get("/health").body()).contains("\"status\":\"UP\"");
  }

  @Test
  void theTimeIsTheDatabases() {
    long before = server.database().now();
    long time = TestServer.read(ServerTime.class, server.get("/api/v1/time")).serverTime();

    assertThat(time).isBetween(before, server.database().now());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/api/v1/nowhere", "/", "/health/x", "/api/v1/devices/x"})
  void anUnknownPathIsSaidToBeUnknown(String path) {
    assertThat(problem(server.get(path), 404).detail()).contains(path);
  }

  @ParameterizedTest
  @CsvSource({"DELETE, /health, GET", "GET, /api/v1/enrol, POST", "PUT, /api/v1/sync/push, POST"})
  void aWrongMethodIsToldTheRightOne(String method, String path, String right) {
    HttpResponse<String> answer =
        server.send(server.request(path).method(method, BodyPublishers.noBody()));

    assertThat(problem(answer, 405).detail()).contains(right);
    assertThat(answer.headers().firstValue("Allow")).contains(right);
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/enrol,", "/api/v1/token, text/plain", "/api/v1/enrol, x"})
  void aBodyOfAnotherTypeIsToldTheRightOne(String path, String type) {
    var request = server.request(path).POST(BodyPublishers.ofString("{}"));
    if (type != null) {
      request.header("Content-Type", type);
    }

    Problem problem = problem(server.send(request), 415);

    assertThat(problem.field()).isEqualTo("Content-Type");
    assertThat(problem.detail()).contains("application/json");
  }

  @Test
  void aPushOfAnotherTypeIsToldTheRightOne() {
    Problem problem = problem(server.post("/api/v1/sync/push", handheld.token(), "{}"), 415);

    assertThat(problem.detail()).contains("application/x-ndjson");
  }

  @ParameterizedTest(name = "[{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /api/v1/enrol      | {                                    |         | ends before
          /api/v1/enrol      | []                                   |         | Expecting
          /api/v1/enrol      | ``                                   |         | ends before
          /api/v1/enrol      | {"code": 5}                          | code    | Expecting
          /api/v1/enrol      | {"code": "A", "name": "x"}           | appVersion | missing
          /api/v1/enrol      | {"code": "A", "name": "\\u0000", "appVersion": "1"} | name | NUL
          /api/v1/enrol      | {"code": "A", "name": " ", "appVersion": "1"} | name | 1 to 100
          /api/v1/token      | {"device": "H-1"}                    | secret  | missing
          /api/v1/token      | {"device": ["H-1"], "secret": "x"}   | device  | Expecting
          /api/v1/enrolments | {"size": "HAM"}                      | site    | missing
          """)
  void aBadBodyIsToldWhichFieldAndChangesNothing(
      String path, String json, String field, String reason) {
    List<String> before = server.everything();

    Problem problem = problem(server.post(path, TestServer.ADMIN_KEY, json), 400);

    assertThat(problem.field()).isEqualTo(field);
    assertThat(problem.detail()).contains(reason);
    assertThat(server.everything()).isEqualTo(before);
  }

  @Test
  void aSiteThatIsNotThereIsSaidToBe() {
    HttpResponse<String> answer =
        server.post(
            "/api/v1/decisions?site=BRE",
            TestServer.ADMIN_KEY,
            """
            {"id": "0198c0de-0000-7000-8000-000000000001", "user": "marta",
             "decision": {"type": "OrderCancelled", "order": "1", "reason": "test"}}
            """);

    assertThat(problem(answer, 404).field()).isEqualTo("site");
  }

  @Test
  void aBodyThatIsTooLargeIsNotRead() {
    problem(server.post("/api/v1/enrol", "", "{\"code\":\"" + "x".repeat(70_000) + "\"}"), 413);
  }

  @Test
  void aPushThatIsTooLargeIsNotRead() {
    String body = Lines.body(handheld.device(), 1);

    HttpResponse<String> answer =
        server.push(handheld.token(), body + " ".repeat(TestServer.MOST_BODY_BYTES));

    problem(answer, 413);
    assertThat(server.journal(handheld.device())).isEmpty();
  }

  @Test
  void aPackedPushIsUnpacked() throws IOException {
    HttpResponse<String> answer = pushPacked(pack(Lines.body(handheld.device(), 2)));

    assertThat(TestServer.read(PushAnswer.class, answer).outcomes()).hasSize(2);
  }

  @Test
  void aPushThatIsTooLargeUnpackedIsNotTaken() throws IOException {
    problem(pushPacked(pack(Lines.body(handheld.device(), 1) + " ".repeat(50_000_000))), 413);

    assertThat(server.journal(handheld.device())).isEmpty();
  }

  @Test
  void aPushThatIsNotPackedAsItSaysIsToldSo() {
    byte[] notPacked = Lines.body(handheld.device(), 1).getBytes(StandardCharsets.UTF_8);

    assertThat(problem(pushPacked(notPacked), 400).detail()).contains("Content-Encoding");
    assertThat(server.journal(handheld.device())).isEmpty();
  }

  @Test
  void aPackedPushThatIsCutOffIsNotTaken() throws IOException {
    byte[] packed = pack(Lines.body(handheld.device(), 3));

    problem(pushPacked(Arrays.copyOf(packed, packed.length - 10)), 400);

    assertThat(server.journal(handheld.device())).isEmpty();
  }

  @Test
  void aPackingNobodyKnowsIsRefused() {
    HttpResponse<String> answer =
        server.send(
            server
                .request("/api/v1/token")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "br")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isBetween(400, 415);
    problem(answer.body());
  }

  private HttpResponse<String> pushPacked(byte[] body) {
    return server.send(
        server
            .request("/api/v1/sync/push")
            .header("Content-Type", "application/x-ndjson")
            .header("Content-Encoding", "gzip")
            .header("Authorization", "Bearer " + handheld.token())
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static byte[] pack(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void answersArePackedForThoseWhoLikeIt() {
    HttpResponse<String> answer =
        server.send(server.request("/health").header("Accept-Encoding", "gzip"));

    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @Test
  void aBodyThatIsCutOffChangesNothing() throws IOException {
    List<String> before = server.everything();
    String body = Lines.body(handheld.device(), 3);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
      socket
          .getOutputStream()
          .write((head(body.length()) + body).getBytes(StandardCharsets.UTF_8), 0, 400);
      socket.shutdownOutput();

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer)
          .satisfiesAnyOf(
              a -> assertThat(a).isEmpty(), a -> assertThat(a).startsWith("HTTP/1.1 400"));
    }
    assertThat(server.journal(handheld.device())).isEmpty();
    assertThat(server.everything()).isEqualTo(before);
    assertThat(server.get("/health").statusCode()).as("the server goes on").isEqualTo(200);
  }

  @Test
  void chunksThatAreNoneChangeNothing() throws IOException {
    String answer =
        exchange(
            """
            POST /api/v1/token HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Transfer-Encoding: chunked\r
            \r
            zz\r
            """);

    assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
  }

  private String head(int length) {
    return """
    POST /api/v1/sync/push HTTP/1.1\r
    Host: localhost\r
    Content-Type: application/x-ndjson\r
    Authorization: Bearer %s\r
    Content-Length: %d\r
    \r
    """
        .formatted(handheld.token(), length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health HTTP/1.1\r\nHost: localhost\r\nBad header\r\n\r\n",
        "GET /he|lth HTTP/1.1\r\nHost: localhost\r\n\r\n",
      })
  void whatIsNotQuiteHttpIsAnsweredWithAProblem(String text) throws IOException {
    String answer = exchange(text);

    assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    problem(answer.substring(answer.indexOf("\r\n\r\n") + 4));
  }

  @Test
  void headersThatAreTooLargeAreRefused() throws IOException {
    String answer =
        exchange("GET /health HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
  }

  private static String exchange(String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aMistakeOfOursIsLoggedUnderAReferenceAndNotShown() {
    Keeping log = new Keeping();
    Logger logger = Logger.getLogger(Problems.class.getName());
    logger.addHandler(log);
    logger.setUseParentHandlers(false);
    try {
      Problem problem = problem(server.get("/broken"), 500);

      String reference = problem.detail().replaceAll(".*: ", "");
      assertThat(problem.detail()).doesNotContain("xyzzy").doesNotContain("Exception");
      assertThat(reference).hasSize(36);
      assertThat(log.last.getMessage()).contains(reference).contains("/broken");
      assertThat(log.last.getThrown()).hasMessage("the secret is xyzzy");
    } finally {
      logger.removeHandler(log);
      logger.setUseParentHandlers(true);
    }
  }

  private static final class Keeping extends Handler {
    LogRecord last;

    @Override
    public void publish(LogRecord record) {
      last = record;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void withoutADatabaseTheClientIsAskedToComeBack() {
    HttpResponse<String> answer = server.get("/away");

    problem(answer, 503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void aPortThatIsTakenIsSaidToBe() {
    HttpSettings settings =
        new HttpSettings("127.0.0.1", server.port(), null, 1000, 10, Duration.ofMinutes(1));

    assertThatThrownBy(() -> HttpServer.start(settings, List.of()))
        .isInstanceOf(CannotListenException.class)
        .hasMessageContaining("127.0.0.1:" + server.port())
        .hasMessageContaining("--port");
  }
}
