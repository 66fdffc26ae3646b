package io.bincard.server.audit;

import io.bincard.model.discrepancy.Rules;
import io.bincard.model.discrepancy.Subject;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Lot;
import io.bincard.model.stock.Quantity;
import io.bincard.model.time.Position;
import io.bincard.server.audit.Difference.Kind;
import io.bincard.server.db.Cursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says again what unknown barcodes mean, and puts what was moved under them on the cards.
 *
 * <p>The meaning in force at the time of the scan counts; before the first one that a supervisor
 * assigned, that one. What the master data say counts only from when they say it.
 */
final class Barcodes {
  private final PostgresBooks books;
  private final String site;
  private final WorkingPapers papers;
  private final Differences.Of differences;

  /**
   * A meaning of one barcode.
   *
   * @param assigned by a supervisor, so that it also explains earlier scans
   */
  private record Meaning(long validFrom, boolean assigned, String item, Quantity pack) {}

  Barcodes(PostgresBooks books, String site, WorkingPapers papers, Differences.Of differences) {
    this.books = books;
    this.site = site;
    this.papers = papers;
    this.differences = differences;
  }

  void resolve(Progress progress) {
    compareAssignments();
    try (Cursor<Found.Barcode> importedRows = books.importedBarcodes(site);
        Cursor<Found.Scan> scanRows = books.scans(site)) {
      Lookahead<Assignment> assignments = papers.assignments.sorted(a -> Key.of(a.code()));
      Lookahead<Found.Barcode> imported = new Lookahead<>(importedRows, Found.Barcode::byCode);
      Pairing.walk(
          papers.scans.sorted(scan -> Key.of(scan.code())),
          new Lookahead<>(scanRows, Found.Scan::byCode),
          (code, scans, found) -> {
            List<Meaning> meanings = meanings(imported.takeAt(code), assignments.takeAt(code));
            resolve(code.names().get(0), scans, found, meanings);
            progress.step();
          });
    }
  }

  /** In the order in which they take over from each other. */
  private static List<Meaning> meanings(
      List<Found.Barcode> imported, List<Assignment> assignments) {
    List<Meaning> meanings = new ArrayList<>();
    imported.forEach(b -> meanings.add(new Meaning(b.validFrom(), false, b.item(), b.pack())));
    assignments.forEach(a -> meanings.add(new Meaning(a.at().t(), true, a.item(), a.pack())));
    meanings.sort(Comparator.comparingLong(Meaning::validFrom));
    return meanings;
  }

  private static @Nullable Meaning at(long t, List<Meaning> meanings) {
    Meaning inForce = null;
    for (Meaning meaning : meanings) {
      if (meaning.validFrom() <= t) {
        inForce = meaning;
      } else if (inForce == null && meaning.assigned()) {
        return firstOf(meaning, meanings);
      }
    }
    return inForce;
  }

  /** Of several assignments at one moment the last one holds. */
  private static Meaning firstOf(Meaning first, List<Meaning> meanings) {
    Meaning last = first;
    for (Meaning meaning : meanings) {
      if (meaning.assigned() && meaning.validFrom() == first.validFrom()) {
        last = meaning;
      }
    }
    return last;
  }

  /** A scan of so many packs that they are no quantity means nothing. */
  private static @Nullable Meaning meaning(Notes.Scan scan, List<Meaning> meanings) {
    Meaning meaning = at(scan.at().t(), meanings);
    return meaning == null || quantity(scan, meaning) == null ? null : meaning;
  }

  private static @Nullable Quantity quantity(Notes.Scan scan, Meaning meaning) {
    try {
      Quantity quantity = scan.packs().times(meaning.pack());
      return quantity.compareTo(Quantity.LIMIT) > 0 ? null : quantity;
    } catch (ArithmeticException noQuantity) {
      return null;
    }
  }

  private void resolve(
      String code, List<Notes.Scan> scans, List<Found.Scan> found, List<Meaning> meanings) {
    List<UUID> unresolved = new ArrayList<>();
    Lookahead<Notes.Scan> expected = new Lookahead<>(scans.iterator(), Notes.Scan::byCode);
    Pairing.walk(
        expected,
        new Lookahead<>(found.iterator(), row -> Key.of(row.code()).at(row.at())),
        (place, one, rows) -> {
          Notes.Scan scan = one.isEmpty() ? null : one.get(0);
          Meaning meaning = scan == null ? null : meaning(scan, meanings);
          compare(scan, meaning, rows.isEmpty() ? null : rows.get(0));
          if (scan != null && meaning != null) {
            move(scan, meaning);
          } else if (scan != null) {
            unresolved.add(scan.operation());
          }
        });
    Rules.findings(new Subject.Barcode(code, unresolved))
        .forEach(finding -> papers.claims.add(Claim.of(finding)));
  }

  private void move(Notes.Scan scan, Meaning meaning) {
    Account source = scan.source();
    Account destination = scan.destination();
    Quantity quantity = quantity(scan, meaning);
    if (source != null && destination != null && quantity != null) {
      papers.move(side(scan, source, meaning.item(), quantity.negated()));
      papers.move(side(scan, destination, meaning.item(), quantity));
    }
  }

  private static Notes.Side side(Notes.Scan scan, Account account, String item, Quantity delta) {
    return new Notes.Side(scan.operation(), scan.at(), account, item, Lot.NONE, delta);
  }

  private void compare(
      Notes.@Nullable Scan scan, @Nullable Meaning meaning, Found.@Nullable Scan found) {
    Found.Scan expected = scan == null ? null : row(scan, meaning);
    Found.Scan named = expected == null ? found : expected;
    if (named != null && !named.equals(expected == null ? null : found)) {
      differences.add(
          Kind.SCAN,
          "scan of %s by operation %s".formatted(named.code(), named.operation()),
          shown(expected),
          shown(found));
    }
  }

  private static Found.Scan row(Notes.Scan scan, @Nullable Meaning meaning) {
    return new Found.Scan(
        scan.code(),
        scan.at(),
        scan.operation(),
        scan.source() == null ? "" : scan.source().toString(),
        scan.destination() == null ? "" : scan.destination().toString(),
        scan.packs(),
        meaning == null ? "" : meaning.item(),
        meaning == null ? Quantity.ZERO : meaning.pack());
  }

  private static String shown(Found.@Nullable Scan scan) {
    if (scan == null) {
      return "no such scan";
    }
    String meaning =
        scan.resolvedItem().isEmpty()
            ? "nothing"
            : scan.resolvedPack() + " of " + scan.resolvedItem();
    return "%s pack(s) from '%s' to '%s', meaning %s"
        .formatted(scan.packs(), scan.source(), scan.destination(), meaning);
  }

  private void compareAssignments() {
    try (Cursor<Found.Barcode> rows = books.assignedBarcodes(site)) {
      Pairing.walk(
          papers.assignments.sorted(a -> since(a.code(), a.at().t())),
          new Lookahead<>(rows, row -> since(row.code(), row.validFrom())),
          (key, assignments, found) -> {
            String expected =
                assignments.isEmpty()
                    ? "not assigned"
                    : shown(last(assignments).pack(), last(assignments).item());
            String stored =
                found.isEmpty() ? "not assigned" : shown(found.get(0).pack(), found.get(0).item());
            differences.compare(Kind.BARCODE, "barcode " + key.names().get(0), expected, stored);
          });
    }
  }

  private static Key since(String code, long validFrom) {
    return Key.of(code).at(new Position(validFrom, "", 0, 0, 0));
  }

  private static Assignment last(List<Assignment> assignments) {
    return assignments.get(assignments.size() - 1);
  }

  private static String shown(Quantity pack, String item) {
    return pack + " of " + item;
  }
}
