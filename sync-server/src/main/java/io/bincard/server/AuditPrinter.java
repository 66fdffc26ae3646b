package io.bincard.server;

import io.bincard.server.audit.AuditListener;
import io.bincard.server.audit.Difference;
import io.bincard.server.audit.Report;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Prints what an audit finds, and on the side how it gets on and how fast. */
final class AuditPrinter implements AuditListener {
  private static final long NANOS = 1_000_000_000;
  private static final long PAUSE = 5 * NANOS;

  private final PrintStream findings;
  private final PrintStream progress;
  private final LongSupplier nanoTime;
  private long stageBegan;
  private long lastSaid;

  AuditPrinter(PrintStream findings, PrintStream progress, LongSupplier nanoTime) {
    this.findings = findings;
    this.progress = progress;
    this.nanoTime = nanoTime;
    this.stageBegan = nanoTime.getAsLong();
    this.lastSaid = stageBegan;
  }

  @Override
  public void found(Difference difference) {
    findings.println(difference.sentence());
  }

  @Override
  public void progress(String site, Stage stage, long done, boolean ended) {
    long now = nanoTime.getAsLong();
    if (ended || now - lastSaid >= PAUSE) {
      double seconds = (double) (now - stageBegan) / NANOS;
      progress.println(
          String.format(
              Locale.ROOT,
              "%s: %,d %s in %.1f s, %,.0f a second%s",
              site,
              done,
              stage.unit(),
              seconds,
              seconds == 0 ? 0 : done / seconds,
              ended ? "" : " so far"));
      lastSaid = now;
    }
    if (ended) {
      stageBegan = now;
    }
  }

  /** The last line: what it all came to. */
  static void summarize(Report report, PrintStream out) {
    String read =
        String.format(
            Locale.ROOT,
            "%,d operations, %,d cards and %,d site(s) audited: ",
            report.operations(),
            report.cards(),
            report.sites());
    String kinds =
        report.byKind().entrySet().stream()
            .map(kind -> kind.getKey() + " " + kind.getValue())
            .collect(Collectors.joining(", "));
    out.println(
        read
            + (report.isClean()
                ? "the tables say what the journals say."
                : "the tables do not say what the journals say. " + kinds));
  }
}
