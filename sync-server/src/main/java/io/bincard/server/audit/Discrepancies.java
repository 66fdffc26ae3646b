package io.bincard.server.audit;

import io.bincard.model.discrepancy.Rules;
import io.bincard.model.discrepancy.Subject;
import io.bincard.model.sync.JournalLine;
import io.bincard.server.audit.Difference.Kind;
import io.bincard.server.db.Cursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what does not add up with what is known not to. A discrepancy is open while it holds and
 * nobody accepted its present evidence.
 */
final class Discrepancies {
  private final PostgresBooks books;
  private final String site;
  private final WorkingPapers papers;
  private final Differences.Of differences;

  Discrepancies(
      PostgresBooks books, String site, WorkingPapers papers, Differences.Of differences) {
    this.books = books;
    this.site = site;
    this.papers = papers;
    this.differences = differences;
  }

  /** Looks at the devices whose journals part. */
  void lookAtForks() {
    try (Cursor<Found.Forked> rows = books.forked(site)) {
      Lookahead<Found.Forked> forked = new Lookahead<>(rows, row -> Key.of(row.device()));
      for (Key device = forked.key(); device != null; device = forked.key()) {
        List<Subject.Fork> forks = new ArrayList<>();
        for (Found.Forked row : forked.take(device)) {
          forks.add(new Subject.Fork(row.epoch(), row.seq(), row.hash(), row.id()));
          differences.compare(
              Kind.JOURNAL,
              "forked operation %s/%d/%d, the hash of its line"
                  .formatted(row.device(), row.epoch(), row.seq()),
              JournalLine.hash(row.line()),
              row.hash());
        }
        Rules.findings(new Subject.Device(device.names().get(0), forks))
            .forEach(finding -> papers.claims.add(Claim.of(finding)));
      }
    }
  }

  void compare(Progress progress) {
    try (Cursor<Found.Discrepancy> rows = books.discrepancies(site)) {
      Pairing.walk(
          papers.claims.sorted(),
          new Lookahead<>(rows, Found.Discrepancy::key),
          (key, claims, found) -> {
            compare(key, claims, found.isEmpty() ? null : found.get(0));
            progress.step();
          });
    }
  }

  private void compare(Key key, List<Claim> claims, Found.@Nullable Discrepancy row) {
    Claim finding = null;
    Set<String> accepted = new HashSet<>();
    for (Claim claim : claims) {
      if (claim.accepted()) {
        accepted.add(claim.fingerprint());
      } else {
        finding = claim;
      }
    }
    differences.compare(
        Kind.DISCREPANCY,
        "discrepancy " + String.join(" ", key.names()),
        finding == null ? ADDS_UP : shown(finding, !accepted.contains(finding.fingerprint())),
        row == null || isGone(row) ? ADDS_UP : shown(row));
  }

  private static final String ADDS_UP = "closed, it adds up";

  private static boolean isGone(Found.Discrepancy row) {
    return !row.holds() && !row.open();
  }

  private static String shown(Claim finding, boolean open) {
    return shown(open, true, finding.fingerprint());
  }

  private static String shown(Found.Discrepancy row) {
    return shown(row.open(), row.holds(), row.fingerprint());
  }

  private static String shown(boolean open, boolean holds, String fingerprint) {
    return "%s, %s, fingerprint %s"
        .formatted(
            open ? "open" : "closed",
            holds ? "it does not add up" : "though it adds up",
            fingerprint);
  }
}
