package io.bincard.server.push;

import static io.bincard.server.http.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.Problem;
import io.bincard.model.sync.PushAnswer;
import io.bincard.server.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushTest {
  private static TestServer server;
  private TestServer.Handheld handheld;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void enrol() {
    handheld = server.handheld();
  }

  @Test
  void linesArriveAsTheyWereWrittenAndInTheirOrder() {
    List<String> lines = Lines.of(handheld.device(), 3);

    HttpResponse<String> answer =
        server.push(handheld.token(), Lines.body(handheld.device(), lines));

    assertThat(TestServer.read(PushAnswer.class, answer).outcomes()).hasSize(3);
    assertThat(server.journal(handheld.device())).isEqualTo(lines);
  }

  @Test
  void aHeaderAloneIsAPush() {
    HttpResponse<String> answer =
        server.push(
            handheld.token(),
            """
            {"device":"%s","epoch":1,"anchor":{"run":"r","monotonic":1,"serverTime":2,"uncertainty":3}}
            """
                .formatted(handheld.device()));

    assertThat(TestServer.read(PushAnswer.class, answer).outcomes()).isEmpty();
  }

  /** In each row, one thing in a good push of three operations is replaced by another. */
  @ParameterizedTest(name = "line {0}: {1} becomes {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 | "epoch":1                     | "epoch":0                      | epoch           | must be from 1
          1 | "epoch":1                     | "epoch":"x"                    | epoch           | number
          1 | "device":"H-                  | "device":"X-                   | device          | the token is that of
          1 | "device":"H-                  | "devise":"H-                   | device          | is missing
          1 | {                             | [                              |                 |
          1 | {                             | {{                             |                 |
          1 | "epoch":1                     | "epoch":1,"anchor":{"run":"r","monotonic":-1,"serverTime":1,"uncertainty":1} | anchor.monotonic | must be from 0
          1 | "epoch":1                     | "epoch":1,"anchor":{"monotonic":1,"serverTime":1,"uncertainty":1} | anchor.run | is missing
          1 | "epoch":1                     | "epoch":1,"anchor":{"run":"r","monotonic":1,"serverTime":253402300800000000,"uncertainty":1} | anchor.serverTime | must be from 0
          1 | "epoch":1                     | "epoch":1,"anchor":{"run":"r","monotonic":1,"serverTime":1,"uncertainty":9007199254740993} | anchor.uncertainty | must be from 0
          3 | "site":"HAM"                  | "site":"BRE"                   | site            | the token is for 'HAM'
          3 | "site":"HAM"                  | "site":null                    | site            | is missing
          3 | "site":"HAM"                  | "site":7                       | site            | Expecting
          3 | "device":"H-                  | "device":"G-                   | device          | the token is that of
          3 | "epoch":1                     | "epoch":2                      | epoch           | the header says 1
          3 | "epoch":1                     | "epoch":4294967297             | epoch           | out of range
          3 | "seq":2                       | "seq":1                        | seq             | without gaps
          3 | "seq":2                       | "seq":3                        | seq             | without gaps
          2 | "seq":1                       | "seq":0                        | seq             | must be from 1
          2 | "seq":1                       | "seq":-1                       | seq             | must be from 1
          2 | "seq":1                       | "seq":99999999999999999999     | seq             | number
          3 | "id":"                        | "id":"nobody                   | id              | UUID
          3 | "id":"                        | "xx":"                         | id              | is missing
          2 | "prevHash":""                 | "prevHash":"ABC"               | prevHash        | hexadecimal
          2 | "prevHash":""                 | "hash":""                      | prevHash        | is missing
          3 | "user":"ada"                  | "user":""                      | user            | 1 to 200
          3 | "user":"ada"                  | "user":{}                      | user            | Expecting
          3 | "user":"ada"                  | "user":"a\\u0000"              | user            | NUL
          3 | "user":"ada"                  | "user":"a\\ud800"              | user            | surrogate
          3 | "version":1                   | "version":0                    | version         | must be from 1
          3 | "run":"run-1"                 | "run":""                       | clocks.run      | 1 to 200
          3 | "run":"run-1"                 | "x":1                          | clocks.run      | is missing
          3 | "monotonic":2000000           | "monotonic":-1                 | clocks.monotonic | must be from 0
          3 | "monotonic":2000000           | "monotonic":9007199254740993   | clocks.monotonic | must be from 0
          3 | "monotonic":2000000           | "monotonic":1.5                | clocks.monotonic | number
          3 | "monotonic":2000000           | "monotonic":null               | clocks.monotonic | null
          3 | "wall":1790                   | "wall":999990                 | clocks.wall     | must be from 0
          3 | "wall":1790                   | "wall":-1790                   | clocks.wall     | must be from 0
          3 | "clocks":{                    | "clocks":5,"other":{           | clocks          |
          3 | {"id"                         | "id"                           |                 |
          3 | {"id"                         | {"body":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],"id" | | nested
          4 | {"id"                         | {}{"id"                        |                 | more text
          """)
  void nothingIsTakenOfAPushWithOneBadField(
      int line, String good, String bad, String field, String reason) {
    String[] body = Lines.body(handheld.device(), 3).split("\n");
    assertThat(body[line - 1]).contains(good);
    body[line - 1] =
        body[line - 1].replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));
    List<String> before = server.everything();

    HttpResponse<String> answer = server.push(handheld.token(), String.join("\n", body));

    Problem problem = problem(answer, 400);
    assertThat(problem.field()).isEqualTo(field);
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.detail()).contains(reason == null ? "" : reason);
    assertThat(server.journal(handheld.device())).isEmpty();
    assertThat(server.everything()).isEqualTo(before);
  }

  @Test
  void anEmptyBodyIsToldWhatIsMissing() {
    Problem problem = problem(server.push(handheld.token(), ""), 400);

    assertThat(problem.line()).isEqualTo(1);
    assertThat(problem.detail()).contains("header");
  }

  @Test
  void anEmptyLineIsNoOperation() {
    Problem problem =
        problem(server.push(handheld.token(), Lines.body(handheld.device(), 2) + "\n\n"), 400);

    assertThat(problem.line()).isEqualTo(4);
    assertThat(server.journal(handheld.device())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a type of a later version   | {"type":"Teleported","to":"moon"}
          a missing field             | {"type":"Taken","location":"A-1"}
          a missing field within      | {"type":"Taken","location":"A-1","goods":{"item":"1","quantity":"1"}}
          a quantity that is none     | {"type":"Taken","location":"A-1","goods":{"item":"1","lot":"","quantity":"1,5"}}
          a text that can't be stored | {"type":"Issued","location":"A-1","goods":{"item":"\\u0000","lot":"","quantity":"1"},"reason":"x"}
          no type                     | {}
          no body                     | null
          """)
  void anOperationThatIsNotUnderstoodHasItsPlaceAndBlocksNothing(String what, String body) {
    List<String> lines = Lines.of(handheld.device(), 3, body);

    PushAnswer answer =
        TestServer.read(
            PushAnswer.class, server.push(handheld.token(), Lines.body(handheld.device(), lines)));

    assertThat(answer.appliedThrough()).as(what).isEqualTo(3);
    assertThat(answer.outcomes())
        .extracting(Outcome::kind)
        .containsOnly(Outcome.Kind.QUARANTINED)
        .hasSize(3);
    assertThat(server.journal(handheld.device())).isEqualTo(lines);
  }

  @Test
  void aHandheldDecidesNothing() {
    List<String> lines =
        Lines.of(
            handheld.device(), 1, "{\"type\":\"OrderCancelled\",\"order\":\"1\",\"reason\":\"x\"}");

    PushAnswer answer =
        TestServer.read(
            PushAnswer.class, server.push(handheld.token(), Lines.body(handheld.device(), lines)));

    assertThat(answer.outcomes())
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.QUARANTINED);
  }

  @Test
  void tooManyOperationsAreTooMany() {
    Problem problem =
        problem(
            server.push(
                handheld.token(), Lines.body(handheld.device(), TestServer.MOST_OPERATIONS + 1)),
            413);

    assertThat(problem.detail()).contains("at most " + TestServer.MOST_OPERATIONS);
    assertThat(server.journal(handheld.device())).isEmpty();
  }

  @Test
  void asManyAsAllowedAreNotTooMany() {
    HttpResponse<String> answer =
        server.push(handheld.token(), Lines.body(handheld.device(), TestServer.MOST_OPERATIONS));

    assertThat(TestServer.read(PushAnswer.class, answer).outcomes())
        .hasSize(TestServer.MOST_OPERATIONS);
  }

  @Test
  void bytesThatAreNoUtf8AreNamedByTheirLine() {
    byte[] body = Lines.body(handheld.device(), 2).getBytes(StandardCharsets.UTF_8);
    body[body.length - 5] = (byte) 0xC3;

    Problem problem =
        problem(
            server.send(
                server
                    .request("/api/v1/sync/push")
                    .header("Content-Type", "application/x-ndjson")
                    .header("Authorization", "Bearer " + handheld.token())
                    .POST(BodyPublishers.ofByteArray(body))),
            400);

    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.detail()).contains("UTF-8");
  }
}
