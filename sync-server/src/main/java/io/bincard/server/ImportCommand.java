package io.bincard.server;

import io.bincard.server.client.ImportClient;
import io.bincard.server.client.ImportFailedException;
import io.bincard.server.imports.Fate;
import io.bincard.server.imports.ImportReport;
import io.bincard.server.imports.Importer;
import io.bincard.server.imports.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings CSV files to a running server: first all are checked, then one after the other is done.
 */
final class ImportCommand implements Command {
  private final PrintStream out;

  ImportCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public String usage() {
    return """
    --server URL --key KEY [--site SITE] [--dry-run] [--folder DIR] [--KIND FILE]...
      brings CSV files to a running server; if one row is wrong, nothing is imported
      --server URL   such as http://localhost:8080
      --key KEY      the admin's key; or set BINCARD_ADMIN_KEY
      --site SITE    what rows without a site are about
      --dry-run      only says what would become of each row
      --folder DIR   takes all files there that are called KIND.csv
      --KIND FILE    a file; the kinds, see docs/import.md, are:
                     %s
    """
        .formatted(String.join(" ", Importer.KINDS));
  }

  @Override
  public void run(Arguments arguments) {
    URI server = server(arguments.value("--server").orElse("http://localhost:8080"));
    String key =
        arguments
            .value("--key")
            .or(() -> Optional.ofNullable(System.getenv("BINCARD_ADMIN_KEY")))
            .orElseThrow(() -> new UsageException("Give the admin's key with --key."));
    String site = arguments.value("--site").orElse("");
    boolean dryRun = arguments.flag("--dry-run");
    Map<String, Path> paths = paths(arguments);
    arguments.end();
    if (paths.isEmpty()) {
      throw new UsageException("Name at least one file, for example --items items.csv.");
    }
    try {
      run(new ImportClient(server, key), paths, site, dryRun);
    } catch (ImportFailedException failed) {
      throw new UsageException(String.valueOf(failed.getMessage()));
    }
  }

  private void run(ImportClient client, Map<String, Path> paths, String site, boolean dryRun)
      throws ImportFailedException {
    List<Path> names = List.copyOf(paths.values());
    List<Importer.File> files =
        paths.entrySet().stream()
            .map(entry -> new Importer.File(entry.getKey(), site, read(entry.getValue())))
            .toList();
    out.println("Checking " + files.size() + " files ...");
    List<ImportReport> reports = client.check(files, new ProgressLines(out));
    for (int i = 0; i < files.size(); i++) {
      print(names.get(i), reports.get(i), dryRun);
    }
    if (reports.stream().anyMatch(report -> report.errors() > 0)) {
      throw new UsageException("Nothing was imported. Correct these lines, and do it again.");
    }
    if (dryRun) {
      return;
    }
    for (int i = 0; i < files.size(); i++) {
      out.println("Importing " + names.get(i) + " ...");
      ImportReport report = client.run(files.get(i), new ProgressLines(out));
      if (!report.applied()) {
        print(names.get(i), report, false);
        throw new UsageException(
            "The books changed meanwhile. Correct these lines, and do it again: what has been"
                + " imported is not imported twice.");
      }
    }
    out.println("Done.");
  }

  private static URI server(String text) {
    if (!text.matches("https?://[^/]+/?")) {
      throw new UsageException(
          "--server is '%s'; it must look like http://localhost:8080.".formatted(text));
    }
    return URI.create(text);
  }

  /** The files that are named, and those in the folder, by kind, in the order of the kinds. */
  private static Map<String, Path> paths(Arguments arguments) {
    Optional<Path> folder = arguments.value("--folder").map(Path::of);
    Map<String, Path> paths = new LinkedHashMap<>();
    for (String kind : Importer.KINDS) {
      folder
          .map(path -> path.resolve(kind + ".csv"))
          .filter(Files::exists)
          .ifPresent(path -> paths.put(kind, path));
      arguments.value("--" + kind).map(Path::of).ifPresent(path -> paths.put(kind, path));
    }
    return paths;
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException notReadable) {
      throw new UsageException("There is no file " + path + " to read.");
    }
  }

  /** As compilers do, so that an editor finds the line. */
  private void print(Path path, ImportReport report, boolean allRows) {
    out.println(path + ": " + report.summary());
    for (Verdict verdict : report.verdicts()) {
      if (allRows || verdict.fate() == Fate.ERROR) {
        List<String> parts =
            Stream.of(verdict.subject(), verdict.field(), verdict.message())
                .filter(part -> !part.isEmpty())
                .toList();
        out.printf(
            "%s:%d: %s: %s%n",
            path,
            verdict.line(),
            verdict.fate().name().toLowerCase(Locale.ROOT),
            String.join(": ", parts));
      }
    }
  }
}
