package io.bincard.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.server.TestServer;
import io.bincard.server.client.ImportClient;
import io.bincard.server.client.ImportFailedException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports over HTTP, by those who speak it themselves and by our own client. */
class ImportApiTest {
  private static TestServer server;
  private static ImportClient client;

  @BeforeAll
  static void start() throws ImportFailedException {
    server = TestServer.start(Map.of("BINCARD_BODY_BYTES", "16777216"));
    client = new ImportClient(server.address(), TestServer.ADMIN_KEY);
    client.run(Company.file("sites", Company.SITES), Progress.NOBODY);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aGoodFileIsAnsweredWithItsReport() {
    HttpResponse<String> answer = post("/api/v1/items", "text/csv", "item,name\nG-1,Good\n");

    ImportReport report = TestServer.read(ImportReport.class, answer);
    assertThat(report.applied()).isTrue();
    assertThat(report.fresh()).isEqualTo(1);
  }

  @Test
  void aFileWithErrorsIsAProblemThatNamesTheFirstAndListsAll() {
    HttpResponse<String> answer =
        post("/api/v1/items", "text/csv; charset=utf-8", "item,name,cost\nB-1,Bad,x\nB-2,,1\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("\"type\":\"/problems/errors-in-file\"", "\"line\":2", "\"field\":\"cost\"")
        .contains("\"line\":3", "\"field\":\"name\"");
  }

  @Test
  void aDryRunIsAnsweredWithTheFateOfEveryRowAndLeavesEverythingAsItIs() {
    List<String> before = server.everything();

    HttpResponse<String> answer =
        post("/api/v1/items?dryRun=true", "text/csv", "item,name\nD-1,Dry\n,No item\n");

    assertThat(TestServer.read(ImportReport.class, answer).verdicts())
        .extracting(Verdict::fate)
        .containsExactly(Fate.NEW, Fate.ERROR);
    assertThat(server.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/items?dryrun=true     | text/csv        | 400 | no ?dryrun here",
        "/api/v1/items?dryRun=yes      | text/csv        | 400 | true or false",
        "/api/v1/items                 | application/json | 415 | text/csv",
        "/api/v1/things                | text/csv        | 404 | no /api/v1/things",
        "/api/v1/imports/check         | application/zip | 400 | no ZIP",
      })
  void aRequestThatMakesNoSenseIsToldWhy(String path, String type, int status, String detail) {
    HttpResponse<String> answer = post(path, type, "item,name\nX,X\n");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(detail);
  }

  @Test
  void withoutTheKeyNothingIsTaken() {
    HttpResponse<String> answer =
        server.send(
            server
                .request("/api/v1/items")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("item,name\nX,X\n")));

    assertThat(answer.statusCode()).isEqualTo(401);
    ImportClient stranger = new ImportClient(server.address(), "not-the-admin-key");
    assertThatThrownBy(() -> stranger.run(Company.file("items", "item\n"), Progress.NOBODY))
        .isInstanceOf(ImportFailedException.class)
        .hasMessageContaining("not the admin's key");
  }

  @Test
  void whoeverFollowsSeesHowFarItIs() throws ImportFailedException {
    String rows =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "L-%05d,storage,%d\n".formatted(i, i))
            .collect(Collectors.joining());
    List<String> signs = new ArrayList<>();

    ImportReport report =
        client.run(
            new Importer.File(
                "locations",
                "SOUTH",
                ("location,kind,sequence\n" + rows).getBytes(StandardCharsets.UTF_8)),
            (step, done, all) -> signs.add(step + " " + done + " " + all));

    assertThat(report.applied()).isTrue();
    assertThat(report.fresh()).isEqualTo(20_000);
    assertThat(signs).contains("READING 0 0", "CHECKING 15000 20000", "WRITING 0 20000");
  }

  @Test
  void filesThatReferToEachOtherAreCheckedTogether() throws ImportFailedException {
    List<String> before = server.everything();

    List<ImportReport> reports =
        client.check(
            List.of(
                Company.file("barcodes", "code,item\nC-1,C-1\nC-2,C-2\n"),
                Company.file("items", "item,name\nC-1,Checked\n")),
            Progress.NOBODY);

    assertThat(reports).extracting(ImportReport::kind).containsExactly("items", "barcodes");
    assertThat(reports).extracting(ImportReport::errors).containsExactly(0, 1);
    assertThat(server.everything()).isEqualTo(before);
  }

  @Test
  void aServerThatIsNotThereIsSaidNotToAnswer() {
    ImportClient lost = new ImportClient(URI.create("http://127.0.0.1:1"), "key");

    assertThatThrownBy(() -> lost.run(Company.file("items", "item\n"), Progress.NOBODY))
        .isInstanceOf(ImportFailedException.class)
        .hasMessageContaining("Is the server running?");
  }

  private static HttpResponse<String> post(String path, String type, String body) {
    return server.send(
        server
            .request(path)
            .header("Content-Type", type)
            .header("Authorization", "Bearer " + TestServer.ADMIN_KEY)
            .POST(BodyPublishers.ofString(body)));
  }
}
