package io.bincard.server.http;

import static java.lang.System.Logger.Level.DEBUG;

import io.avaje.jsonb.Json;
import io.bincard.model.sync.Problem;
import io.bincard.model.sync.WireJson;
import io.bincard.server.imports.ImportEvent;
import io.bincard.server.imports.ImportReport;
import io.bincard.server.imports.Progress;
import io.bincard.server.imports.Verdict;
import io.bincard.server.problem.ProblemKind;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers with the reports of an import: line by line while it runs, to whoever accepts {@code
 * application/x-ndjson}; else at its end.
 */
final class ImportAnswer {
  private static final System.Logger LOG = System.getLogger(ImportAnswer.class.getName());
  private static final String LINES = "application/x-ndjson";

  private ImportAnswer() {}

  /** What was looked at; none of it was done. */
  @Json
  record Reports(List<ImportReport> reports) {}

  /** A problem, as RFC 9457 wants it, with the report of the file that has errors. */
  @Json
  record Refused(
      String type,
      String title,
      int status,
      String detail,
      @Nullable String field,
      @Nullable Integer line,
      ImportReport report) {}

  static void send(
      ServerRequest request, ServerResponse response, Function<Progress, List<ImportReport>> work) {
    boolean follows =
        request.headers().values(HeaderNames.ACCEPT).stream()
            .anyMatch(type -> type.contains(LINES));
    if (follows) {
      sendLines(response, work);
      return;
    }
    List<ImportReport> reports = work.apply(Progress.NOBODY);
    ImportReport first = reports.get(0);
    if (reports.size() == 1 && !first.dryRun() && !first.applied()) {
      refuse(response, first);
    } else if (reports.size() == 1) {
      Answer.json(response, first);
    } else {
      Answer.json(response, new Reports(reports));
    }
  }

  /**
   * If the work fails when lines have been sent, the connection ends without a report. If whoever
   * follows goes away, the work is finished all the same.
   */
  private static void sendLines(
      ServerResponse response, Function<Progress, List<ImportReport>> work) {
    response.header(HeaderNames.CONTENT_TYPE, LINES);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    OutputStream out = response.outputStream();
    List<ImportReport> reports =
        work.apply((step, done, rows) -> write(out, ImportEvent.of(step, done, rows)));
    reports.forEach(report -> write(out, ImportEvent.of(report)));
    try {
      out.close();
    } catch (IOException | UncheckedIOException gone) {
      LOG.log(DEBUG, "Nobody waits for the end of an import", gone);
    }
  }

  private static void write(OutputStream out, ImportEvent event) {
    try {
      out.write((WireJson.write(event) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException | UncheckedIOException gone) {
      LOG.log(DEBUG, "Nobody follows an import any more", gone);
    }
  }

  private static void refuse(ServerResponse response, ImportReport report) {
    Verdict first = report.verdicts().get(0);
    Problem problem =
        ProblemKind.ERRORS_IN_FILE
            .atLine(
                first.line(),
                first.field(),
                "Line %d: %s. In all %s. Correct the file and send it again."
                    .formatted(first.line(), first.message(), report.summary()))
            .problem();
    response.status(problem.status());
    response.header(HeaderNames.CONTENT_TYPE, Problems.MEDIA_TYPE);
    response.send(
        WireJson.write(
                new Refused(
                    problem.type(),
                    problem.title(),
                    problem.status(),
                    problem.detail(),
                    problem.field(),
                    problem.line(),
                    report))
            .getBytes(StandardCharsets.UTF_8));
  }
}
