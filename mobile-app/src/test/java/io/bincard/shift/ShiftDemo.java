package io.bincard.shift;

import io.bincard.server.db.EmbeddedPostgres;
import io.bincard.server.demo.DemoCompany;
import io.bincard.server.imports.Importer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plays the shift from the first label to the audit, and prints what came of it. */
public final class ShiftDemo {
  private static final List<String> CREW = List.of("ana", "ben", "cora", "dora");

  private static final String SITE = "HAM";
  private static final long SEED = 1;
  private static final List<String> FILES =
      List.of(
          "items",
          "barcodes",
          "locations",
          "lots",
          "people",
          "deliveries",
          "counts",
          "stock",
          "orders");

  private ShiftDemo() {}

  /**
   * Plays it.
   *
   * @param folder where labels, logs and the handhelds' files go
   * @return whether everything came out as written by hand
   */
  public static boolean run(Path folder, PrintStream out) throws IOException {
    long began = System.nanoTime();
    out.println("Starting PostgreSQL and the server ...");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
        Stage stage = Stage.build(SITE, folder, postgres.freshDatabase())) {
      out.println("  server at " + stage.server().url());
      out.println("Importing the demo company ...");
      importFiles(stage, folder);
      out.println("Printing labels ...");
      stage.printLabels();
      out.println("Starting four handhelds ...");
      for (String who : CREW) {
        stage.enrol(who);
      }
      Map<String, String> before = stage.books().balances();
      List<String> faults =
          new ArrayList<>(
              new Play(stage, out)
                  .play(Script.parse(Stage.resource("shift.script").lines().toList())));
      Expectations expected = Expectations.parse(Stage.resource("shift.expected").lines().toList());
      Books books = stage.books();
      faults.addAll(expected.unmet(books.balances(), books.lines(), books.discrepancies()));
      report(before, books, out);
      faults.addAll(audit(stage, out));
      conclude(faults, System.nanoTime() - began, out);
      return faults.isEmpty();
    }
  }

  /** The demo company, and then what this shift is about. */
  private static void importFiles(Stage stage, Path folder) throws IOException {
    Path company = folder.resolve("company");
    DemoCompany.write(SEED, LocalDate.now(ZoneOffset.UTC), company);
    stage.importFrom(company, Importer.KINDS);
    Path shift = Files.createDirectories(folder.resolve("shift"));
    for (String kind : FILES) {
      Files.writeString(shift.resolve(kind + ".csv"), Stage.resource(kind + ".csv"));
    }
    stage.importFrom(shift, FILES);
  }

  private static void report(Map<String, String> before, Books books, PrintStream out) {
    out.println();
    out.println("Operations in the server's journals");
    books.operations().forEach((key, count) -> out.printf("    %-24s %d%n", key, count));
    out.println();
    out.println("Discrepancies");
    for (Books.Discrepancy each : books.discrepancies()) {
      out.printf(
          "    %-8s %-22s %s%n", each.open() ? "open" : "closed", each.code(), each.summary());
      each.evidence().forEach(line -> out.println("             " + line));
    }
    out.println();
    out.println("Balances that changed, before and after");
    Map<String, String> after = books.balances();
    TreeMap<String, String> all = new TreeMap<>(before);
    all.putAll(after);
    for (String key : all.keySet()) {
      String was = before.getOrDefault(key, "0");
      String is = after.getOrDefault(key, "0");
      if (!was.equals(is)) {
        out.printf("    %-44s %8s  -> %8s%n", key, was, is);
      }
    }
  }

  private static List<String> audit(Stage stage, PrintStream out) throws IOException {
    out.println();
    out.println("Audit: every journal folded again from nothing");
    int code = stage.audit(line -> out.println("    " + line));
    return code == 0 ? List.of() : List.of("the audit ended with " + code);
  }

  private static void conclude(List<String> faults, long nanos, PrintStream out) {
    out.println();
    faults.forEach(fault -> out.println("WRONG  " + fault));
    out.printf(
        "%s, in %.1f s%n",
        faults.isEmpty()
            ? "Everything came out as written in shift.expected"
            : faults.size() + " things did not come out as written",
        nanos / 1e9);
  }
}
