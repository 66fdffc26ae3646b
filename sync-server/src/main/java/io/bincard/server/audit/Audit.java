package io.bincard.server.audit;

import io.bincard.server.db.Database;
import io.bincard.server.reconcile.UnknownSiteException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds all journals again from nothing and compares with the tables. See docs/operating.md,
 * "Audit".
 *
 * <p>Reads one snapshot and locks nothing, so it can run while the server works; sorts in temporary
 * files of its own, about as large as the journals. Safe to run from several threads at once.
 */
public final class Audit {
  private Audit() {}

  /**
   * Audits all sites.
   *
   * @throws io.bincard.server.db.DatabaseException if the database objects or goes away
   */
  public static Report run(Database database, AuditListener listener) {
    return run(database, null, listener);
  }

  /**
   * Audits one site.
   *
   * @throws UnknownSiteException if there is no such site
   * @throws io.bincard.server.db.DatabaseException if the database objects or goes away
   */
  public static Report runSite(Database database, String site, AuditListener listener) {
    return run(database, site, listener);
  }

  private static Report run(Database database, @Nullable String only, AuditListener listener) {
    return PostgresBooks.inSnapshot(database, books -> run(books, only, listener));
  }

  private static Report run(PostgresBooks books, @Nullable String only, AuditListener listener) {
    long now = books.now();
    List<SiteRules> sites =
        books.sites().stream().filter(s -> only == null || s.site().equals(only)).toList();
    if (only != null && sites.isEmpty()) {
      throw new UnknownSiteException(only);
    }
    Differences differences = new Differences(listener);
    long operations = 0;
    long cards = 0;
    for (SiteRules rules : sites) {
      SiteAudit audit = new SiteAudit(books, rules, differences, listener, now).run();
      operations += audit.operations();
      cards += audit.cards();
    }
    return new Report(sites.size(), operations, cards, differences.byKind(), differences.first());
  }
}
