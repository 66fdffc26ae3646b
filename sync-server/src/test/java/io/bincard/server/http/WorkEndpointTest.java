package io.bincard.server.http;

import static io.bincard.server.http.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.WireJson;
import io.bincard.model.sync.WorkAnswer;
import io.bincard.model.sync.WorkRequest;
import io.bincard.server.TestServer;
import io.bincard.server.db.Sql;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkEndpointTest {
  private static TestServer server;
  private TestServer.Handheld handheld;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @BeforeEach
  void aSheetToCount() {
    handheld = server.handheld();
    write("delete from work");
    write(
        """
        insert into work (site, work, kind, title, locations, state)
          values ('HAM', 'count 1', 'COUNT', 'Aisle A', '["A-01"]', 'OPEN')\
        """);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whoClaimsWorkIsToldForHowLong() {
    long before = server.database().now();
    WorkAnswer answer = claim(handheld, UUID.randomUUID());

    assertThat(answer.kind()).isEqualTo(Outcome.Kind.APPLIED);
    assertThat(answer.code()).isNull();
    assertThat(answer.fence()).isEqualTo(1);
    assertThat(answer.expires()).isGreaterThan(before);
  }

  @Test
  void whoComesLateIsToldWhy() {
    claim(handheld, UUID.randomUUID());

    assertThat(claim(server.handheld(), UUID.randomUUID()))
        .isEqualTo(new WorkAnswer(Outcome.Kind.REFUSED, "WORK_TAKEN", 0, 0));
  }

  @Test
  void askedTwiceItIsDoneOnceAndAnsweredAlike() {
    UUID request = UUID.randomUUID();
    WorkAnswer first = claim(handheld, request);
    write("update work set expires = 0");
    claim(server.handheld(), UUID.randomUUID());

    assertThat(claim(handheld, request)).as("though it is lost since").isEqualTo(first);
    assertThat(fence()).as("no grant of its own").isEqualTo(2);
  }

  @Test
  void aRefusalIsAnsweredAlikeThoughTheWorkIsFreeSince() {
    claim(handheld, UUID.randomUUID());
    TestServer.Handheld other = server.handheld();
    UUID request = UUID.randomUUID();
    WorkAnswer refused = claim(other, request);
    release(handheld, 1);

    assertThat(claim(other, request)).isEqualTo(refused);
    assertThat(claim(other, UUID.randomUUID()).kind()).isEqualTo(Outcome.Kind.APPLIED);
  }

  @Test
  void whatIsGivenBackIsFreeForOthers() {
    claim(handheld, UUID.randomUUID());

    assertThat(release(handheld, 1)).isEqualTo(new WorkAnswer(Outcome.Kind.APPLIED, null, 0, 0));
    assertThat(claim(server.handheld(), UUID.randomUUID()).fence()).isEqualTo(2);
  }

  @Test
  void aRequestThatIsNotWholeIsToldWhatIsMissing() {
    assertThat(
            problem(server.post("/api/v1/work/claim", handheld.token(), "{\"work\":\"x\"}"), 400)
                .field())
        .isEqualTo("request");
    problem(server.post("/api/v1/work/claim", "no token", "{}"), 401);
  }

  private WorkAnswer claim(TestServer.Handheld who, UUID request) {
    return ask("claim", who, new WorkRequest(request, "count 1", "anna", 0));
  }

  private WorkAnswer release(TestServer.Handheld who, long fence) {
    return ask("release", who, new WorkRequest(UUID.randomUUID(), "count 1", "anna", fence));
  }

  private static WorkAnswer ask(String what, TestServer.Handheld who, WorkRequest request) {
    return TestServer.read(
        WorkAnswer.class,
        server.post("/api/v1/work/" + what, who.token(), WireJson.write(request)));
  }

  private static long fence() {
    return server
        .database()
        .inSnapshot(c -> Sql.first(c, "select fence from work", row -> row.getLong(1)))
        .orElseThrow();
  }

  private static void write(String sql) {
    server.database().inTransaction(c -> Sql.update(c, sql));
  }
}
