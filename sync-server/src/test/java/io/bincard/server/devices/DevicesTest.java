package io.bincard.server.devices;

import static io.bincard.server.http.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.sync.Enrolment;
import io.bincard.model.sync.Problem;
import io.bincard.model.sync.WireJson;
import io.bincard.server.TestServer;
import io.bincard.server.db.Sql;
import io.bincard.server.push.Lines;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DevicesTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aHandheldGetsInWithACodeAndIsAtTheBeginningOfEpochOne() {
    Enrolment.Answer enrolled =
        TestServer.read(Enrolment.Answer.class, enrol(server.enrolmentCode()));

    assertThat(enrolled.device()).matches("H-[0-9A-HJKMNP-TV-Z]{8}");
    assertThat(enrolled.site()).isEqualTo("HAM");
    assertThat(enrolled.epoch()).isEqualTo(1);
    assertThat(enrolled.incarnation()).hasSize(36);
    assertThat(
            rows(
                "select concat_ws(' ', kind, name, epoch, seq) from device where device = ?",
                enrolled.device()))
        .containsExactly("HANDHELD Scanner 7 1 0");
  }

  @Test
  void aCodeMayBeTypedCarelessly() {
    String code = server.enrolmentCode();

    assertThat(code).matches("(....)-(....)-(....)");
    HttpResponse<String> answer =
        enrol(" " + code.replace('-', ' ').toLowerCase(Locale.ROOT).replace('0', 'o'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void aCodeWorksOnceEvenIfTwoComeAtOnce() throws Exception {
    String code = server.enrolmentCode();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> answers =
          Stream.generate(() -> threads.submit(() -> enrol(code))).limit(8).toList();
      int letIn = 0;
      for (Future<HttpResponse<String>> answer : answers) {
        letIn += answer.get().statusCode() == 200 ? 1 : 0;
      }
      assertThat(letIn).isEqualTo(1);
    }
    assertThat(problem(enrol(code), 403).field()).isEqualTo("code");
  }

  @Test
  void aCodeThatExpiredOrNeverWasLetsNobodyIn() {
    String code = server.enrolmentCode();
    server.database().inTransaction(c -> Sql.update(c, "update enrolment set expires = 0"));
    List<String> before = server.everything();

    assertThat(problem(enrol(code), 403).detail()).contains("Ask a supervisor");
    assertThat(problem(enrol("AAAA-BBBB-CCCC"), 403).field()).isEqualTo("code");
    assertThat(server.everything()).isEqualTo(before);
  }

  @Test
  void codesAreForKnownSitesAndFromTheAdminOnly() {
    assertThat(
            problem(
                    server.post("/api/v1/enrolments", TestServer.ADMIN_KEY, "{\"site\":\"X\"}"),
                    404)
                .field())
        .isEqualTo("site");
    String token = server.handheld().token();

    problem(server.post("/api/v1/enrolments", token, "{\"site\":\"HAM\"}"), 401);
    problem(server.post("/api/v1/enrolments", "", "{\"site\":\"HAM\"}"), 401);
  }

  @Test
  void nothingThatOpensADoorIsStored() {
    String code = server.enrolmentCode();
    TestServer.Handheld handheld = server.handheld();

    assertThat(String.join("\n", server.everything()))
        .doesNotContain(code, code.replace("-", ""), handheld.secret(), handheld.token())
        .contains(handheld.device());
  }

  @Test
  void aWrongSecretAndAnUnknownDeviceGetTheSameAnswer() {
    TestServer.Handheld handheld = server.handheld();

    Problem wrong = problem(token(handheld.device(), "wrong"), 401);
    Problem unknown = problem(token("H-UNKNOWN1", handheld.secret()), 401);

    assertThat(wrong).isEqualTo(unknown);
  }

  @Test
  void withoutATokenNothingIsPushed() {
    TestServer.Handheld handheld = server.handheld();
    String body = Lines.body(handheld.device(), 1);
    HttpResponse<String> none =
        server.send(
            server
                .request("/api/v1/sync/push")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body)));

    assertThat(problem(none, 401).field()).isEqualTo("Authorization");
    assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    problem(server.push("no-such-token", body), 401);
    problem(server.push(TestServer.ADMIN_KEY, body), 401);
  }

  @Test
  void anExpiredTokenIsRefusedAndCleanedUpLater() {
    TestServer.Handheld handheld = server.handheld();
    server
        .database()
        .inTransaction(
            c -> Sql.update(c, "update token set expires = 1 where device = ?", handheld.device()));

    Problem problem = problem(server.push(handheld.token(), Lines.body(handheld.device(), 1)), 401);

    assertThat(problem.detail()).contains("/api/v1/token");
    TestServer.read(Enrolment.TokenAnswer.class, token(handheld.device(), handheld.secret()));
    assertThat(rows("select expires::text from token where device = ?", handheld.device()))
        .hasSize(1)
        .doesNotContain("1");
  }

  @Test
  void aRevokedDeviceIsShutOutAtOnce() {
    TestServer.Handheld handheld = server.handheld();
    String body = Lines.body(handheld.device(), 1);
    assertThat(server.push(handheld.token(), body).statusCode()).isEqualTo(200);

    assertThat(revoke(handheld.device(), "?site=HAM").statusCode()).isEqualTo(204);

    assertThat(problem(server.push(handheld.token(), body), 403).type())
        .isEqualTo("/problems/device-revoked");
    problem(token(handheld.device(), handheld.secret()), 403);
    assertThat(revoke(handheld.device(), "?site=HAM").statusCode()).isEqualTo(204);
  }

  @Test
  void revokingWhatIsNotThereIsToldSo() {
    String device = server.handheld().device();

    assertThat(problem(revoke(device, ""), 400).field()).isEqualTo("site");
    assertThat(problem(revoke(device, "?site=BRE"), 404).detail()).contains(device);
    problem(revoke("H-1", "?site=HAM"), 404);
  }

  @Test
  void aContactIsNotedWithoutTouchingWhatHandheldsPull() {
    TestServer.Handheld handheld = server.handheld();
    forgetContact(handheld);
    List<String> changed =
        rows("select changed::text from device where device = ?", handheld.device());
    long before = server.database().now();

    tokens().check(handheld.token());

    assertThat(contact(handheld)).isGreaterThanOrEqualTo(before);
    assertThat(rows("select changed::text from device where device = ?", handheld.device()))
        .isEqualTo(changed);
  }

  @Test
  void aContactDoesNotWaitForAPushThatHoldsTheDevice() {
    TestServer.Handheld handheld = server.handheld();
    forgetContact(handheld);

    KnownDevice known =
        server
            .database()
            .inTransaction(
                c -> {
                  Sql.list(c, "select 1 from device for update", row -> 1);
                  return tokens().check(handheld.token());
                });

    assertThat(known.device()).isEqualTo(handheld.device());
    assertThat(contact(handheld)).isEqualTo(5);
  }

  private static PostgresTokens tokens() {
    return new PostgresTokens(server.database(), Duration.ofHours(1));
  }

  private static void forgetContact(TestServer.Handheld handheld) {
    server
        .database()
        .inTransaction(
            c ->
                Sql.update(
                    c, "update device set last_contact = 5 where device = ?", handheld.device()));
  }

  private static long contact(TestServer.Handheld handheld) {
    return Long.parseLong(
        rows("select last_contact::text from device where device = ?", handheld.device()).get(0));
  }

  @Test
  void theAdminsKeyIsMadeOnce() {
    StringBuilder announced = new StringBuilder();
    AdminKey first = PostgresAdminKey.get(server.database(), announced::append);
    AdminKey second = PostgresAdminKey.get(server.database(), announced::append);

    assertThat(announced).hasSize(32);
    assertThat(first.is(announced.toString())).isTrue();
    assertThat(second.is(announced.toString())).isTrue();
    assertThat(first.is("another")).isFalse();
  }

  private static HttpResponse<String> enrol(String code) {
    return server.post(
        "/api/v1/enrol", "", WireJson.write(new Enrolment.Request(code, "Scanner 7", "1.0")));
  }

  private static HttpResponse<String> token(String device, String secret) {
    return server.post(
        "/api/v1/token", "", WireJson.write(new Enrolment.TokenRequest(device, secret)));
  }

  private static HttpResponse<String> revoke(String device, String query) {
    return server.post("/api/v1/devices/" + device + "/revoke" + query, TestServer.ADMIN_KEY, "");
  }

  private static List<String> rows(String sql, String device) {
    return server.database().inSnapshot(c -> Sql.list(c, sql, row -> row.getString(1), device));
  }
}
