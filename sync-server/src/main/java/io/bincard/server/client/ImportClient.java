package io.bincard.server.client;

import io.bincard.model.sync.Problem;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import io.bincard.server.imports.ImportEvent;
import io.bincard.server.imports.ImportReport;
import io.bincard.server.imports.Importer;
import io.bincard.server.imports.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.net.ssl.SSLException;

/** Brings files to a server. Safe for any number of threads. */
public final class ImportClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI server;
  private final String key;

  /**
   * Makes a client; it connects when it is used.
   *
   * @param server such as {@code http://localhost:8080}
   * @param key the admin's key
   */
  public ImportClient(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  /**
   * Imports a file.
   *
   * @return what was done; not applied if a row has an error
   * @throws ImportFailedException if nobody can say what was done; to do it again is safe
   */
  public ImportReport run(Importer.File file, Progress progress) throws ImportFailedException {
    return send(file.kind(), file.site(), "text/csv", file.bytes(), 1, progress).get(0);
  }

  /**
   * Asks what importing these files, one after the other, would do.
   *
   * @param files at most one a kind, all about the same site if one is given
   * @return one report a file, in the order in which they can be imported
   */
  public List<ImportReport> check(List<Importer.File> files, Progress progress)
      throws ImportFailedException {
    String site = files.get(0).site();
    return send("imports/check", site, "application/zip", zip(files), files.size(), progress);
  }

  private List<ImportReport> send(
      String path, String site, String type, byte[] body, int expected, Progress progress)
      throws ImportFailedException {
    try {
      HttpResponse<Stream<String>> answer =
          http.send(request(path, site, type, body), BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        if (answer.statusCode() != 200) {
          throw refused(answer.statusCode(), lines.collect(Collectors.joining("\n")));
        }
        List<ImportReport> reports = reports(lines, progress);
        if (reports.size() != expected) {
          throw new ImportFailedException(
              "The server broke off; its log says why. To do it again is safe.");
        }
        return reports;
      }
    } catch (SSLException untrusted) {
      throw new ImportFailedException(
          "This Java does not trust the certificate of %s (%s). See docs/import.md, \"HTTPS\"."
              .formatted(server, untrusted.getMessage()));
    } catch (IOException | UncheckedIOException broken) {
      throw new ImportFailedException(
          "No answer from %s (%s). Is the server running? To do it again is safe."
              .formatted(server, broken.getMessage()));
    } catch (UnreadableException unreadable) {
      throw new ImportFailedException(
          "What answers at %s is no Bincard server: %s".formatted(server, unreadable.getMessage()));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ImportFailedException("Interrupted. To do it again is safe.");
    }
  }

  private HttpRequest request(String path, String site, String type, byte[] body) {
    String query = site.isEmpty() ? "" : "?site=" + URLEncoder.encode(site, StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(server.resolve("/api/v1/" + path + query))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", type)
        .header("Accept", "application/x-ndjson")
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private static List<ImportReport> reports(Stream<String> lines, Progress progress)
      throws UnreadableException {
    List<ImportReport> reports = new ArrayList<>();
    for (String line : (Iterable<String>) lines::iterator) {
      ImportEvent event = WireJson.read(ImportEvent.class, line);
      ImportEvent.Sign sign = event.progress();
      ImportReport report = event.report();
      if (sign != null) {
        progress.at(sign.step(), sign.done(), sign.rows());
      }
      if (report != null) {
        reports.add(report);
      }
    }
    return reports;
  }

  private static ImportFailedException refused(int status, String body) {
    try {
      return new ImportFailedException(WireJson.read(Problem.class, body).detail());
    } catch (UnreadableException noProblem) {
      return new ImportFailedException("The server answered with status " + status + ".");
    }
  }

  private static byte[] zip(List<Importer.File> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Importer.File file : files) {
        zip.putNextEntry(new ZipEntry(file.kind() + ".csv"));
        zip.write(file.bytes());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
