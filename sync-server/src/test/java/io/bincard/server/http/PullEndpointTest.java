package io.bincard.server.http;

import static io.bincard.server.http.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.Row;
import io.bincard.server.TestServer;
import io.bincard.server.db.Sql;
import io.bincard.server.push.Lines;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PullEndpointTest {
  private static final String PATH = "/api/v1/sync/pull";
  private static TestServer server;
  private TestServer.Handheld handheld;

  @BeforeAll
  static void start() {
    server = TestServer.start();
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
  void aHandheldThatBeginsGetsItsSiteAndLastItsHead() {
    PullPage page = pull("");

    assertThat(page.more()).isFalse();
    assertThat(page.rows()).first().isInstanceOf(Row.Site.class);
    assertThat(page.rows()).last().isEqualTo(new Row.Head(handheld.device(), 1, 0, ""));
  }

  @Test
  void whatAHandheldPushedComesBackWithItsHead() {
    String cursor = pull("").cursor();
    server.push(handheld.token(), Lines.body(handheld.device(), 3));

    PullPage page = pull("?cursor=" + cursor);

    assertThat(page.rows())
        .last()
        .isInstanceOfSatisfying(Row.Head.class, head -> assertThat(head.seq()).isEqualTo(3));
    assertThat(pull("?cursor=" + page.cursor()).rows()).isEmpty();
  }

  @Test
  void aPullThatWaitsIsAnsweredWhenSomethingChanges() throws Exception {
    String cursor = pull("").cursor();
    CompletableFuture<PullPage> waiting =
        CompletableFuture.supplyAsync(() -> pull("?wait=60&cursor=" + cursor));
    server
        .database()
        .inTransaction(c -> Sql.update(c, "update site set name = 'Altona', changed = default"));

    assertThat(waiting.get(30, TimeUnit.SECONDS).rows())
        .containsExactly(new Row.Site("HAM", "Altona", "UTC", ""));
  }

  @Test
  void rowsComeInPages() {
    PullPage first = pull("?limit=1");
    PullPage second = pull("?limit=1&cursor=" + first.cursor());

    assertThat(first.more()).isTrue();
    assertThat(first.rows()).hasSize(1);
    assertThat(second.rows()).hasSize(1).doesNotContainAnyElementsOf(first.rows());
  }

  @ParameterizedTest
  @CsvSource({
    "cursor, nonsense",
    "cursor, 9f3c12ab.5.5.stock.x",
    "limit, 0",
    "limit, 20001",
    "limit, many",
    "wait, -1",
    "wait, 61"
  })
  void aParameterThatIsWrongIsNamed(String name, String value) {
    HttpResponse<String> answer = server.get(PATH + "?" + name + "=" + value, handheld.token());

    assertThat(problem(answer, 400).field()).isEqualTo(name);
  }

  @Test
  void withoutATokenNothingIsGivenAway() {
    problem(server.get(PATH, "not a token"), 401);
    problem(server.get(PATH), 401);
  }

  private PullPage pull(String query) {
    return TestServer.read(PullPage.class, server.get(PATH + query, handheld.token()));
  }
}
