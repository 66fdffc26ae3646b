package io.bincard.server.audit;

import io.bincard.server.audit.AuditListener.Stage;
import java.time.Instant;
import java.time.LocalDate;

/** Audits one site: one stage after the other, each as long as it is and never all in memory. */
final class SiteAudit {
  private final PostgresBooks books;
  private final SiteRules rules;
  private final Differences.Of differences;
  private final AuditListener listener;
  private final LocalDate today;
  private long operations;
  private long cards;

  /**
   * Prepares it.
   *
   * @param now the moment the tables are compared at, microseconds since 1970-01-01T00:00Z
   */
  SiteAudit(
      PostgresBooks books,
      SiteRules rules,
      Differences differences,
      AuditListener listener,
      long now) {
    this.books = books;
    this.rules = rules;
    this.differences = differences.at(rules.site());
    this.listener = listener;
    this.today = Instant.ofEpochMilli(now / 1000).atZone(rules.zone()).toLocalDate();
  }

  SiteAudit run() {
    String site = rules.site();
    try (WorkingPapers papers = new WorkingPapers()) {
      Journals journals = new Journals(books, site, papers, differences);
      operations = stage(Stage.JOURNALS, journals::read);
      stage(Stage.OPERATIONS, new Verdicts(books, site, papers, differences)::bring);
      stage(Stage.SCANS, new Barcodes(books, site, papers, differences)::resolve);
      cards = stage(Stage.CARDS, new Cards(books, rules, papers, differences, today)::fold);
      Cartons.compare(books, site, papers, differences);
      Leases.compare(books, site, papers, differences);
      stage(Stage.ORDERS, new Orders(books, site, papers, differences)::fold);
      stage(Stage.LEDGER, new Sums(books, site, papers, differences)::compare);
      Discrepancies discrepancies = new Discrepancies(books, site, papers, differences);
      discrepancies.lookAtForks();
      stage(Stage.DISCREPANCIES, discrepancies::compare);
    }
    return this;
  }

  @FunctionalInterface
  private interface Work {
    void run(Progress progress);
  }

  private long stage(Stage stage, Work work) {
    Progress progress = new Progress(listener, rules.site(), stage);
    work.run(progress);
    return progress.end();
  }

  long operations() {
    return operations;
  }

  long cards() {
    return cards;
  }
}
