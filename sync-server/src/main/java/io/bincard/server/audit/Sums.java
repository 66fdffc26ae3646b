package io.bincard.server.audit;

import io.bincard.server.audit.Difference.Kind;
import io.bincard.server.db.Cursor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares sums: what each effect added to each balance, and what each balance came to. How many
 * entries a sum has, and in which order they were written, does not matter.
 */
final class Sums {
  private final PostgresBooks books;
  private final String site;
  private final WorkingPapers papers;
  private final Differences.Of differences;

  Sums(PostgresBooks books, String site, WorkingPapers papers, Differences.Of differences) {
    this.books = books;
    this.site = site;
    this.papers = papers;
    this.differences = differences;
  }

  void compare(Progress progress) {
    try (Cursor<Found.Sum> rows = books.ledger(site)) {
      compare(Kind.LEDGER, papers.ledger.sorted(), rows, progress);
    }
    compareBalances();
    try (Cursor<Found.Sum> rows = books.lineEntries(site)) {
      compare(Kind.LINE_ENTRY, papers.lineEntries.sorted(), rows, progress);
    }
  }

  private void compare(
      Kind kind, Lookahead<Posting> expected, Cursor<Found.Sum> found, Progress progress) {
    Pairing.walk(
        expected,
        new Lookahead<>(found, Found.Sum::key),
        (key, postings, rows) -> {
          compare(kind, entries(kind, key), postings, rows);
          progress.step();
        });
  }

  private static String entries(Kind kind, Key key) {
    String what = kind == Kind.LEDGER ? "ledger of " : "entries of order line ";
    var at = key.at();
    return what
        + String.join(" ", key.names()).strip()
        + (at == null
            ? ""
            : " by operation %s/%d/%d, effect %d"
                .formatted(at.device(), at.epoch(), at.seq(), at.index()));
  }

  /** Also looks whether each item adds up to zero, apart from what is known to be wrong already. */
  private void compareBalances() {
    Map<String, BigInteger> wrongBy = new HashMap<>();
    try (Cursor<Found.Sum> rows = books.balances(site)) {
      Pairing.walk(
          papers.ledger.sorted(Posting::bySum),
          new Lookahead<>(rows, Found.Sum::key),
          (key, postings, found) -> {
            String name = "balance of " + String.join(" ", key.names()).strip();
            BigInteger wrong = compare(Kind.BALANCE, name, postings, found);
            if (wrong.signum() != 0) {
              wrongBy.merge(key.names().get(1), wrong, BigInteger::add);
            }
          });
    }
    try (Cursor<Found.Sum> rows = books.itemsOutOfBalance(site)) {
      rows.forEachRemaining(
          row -> {
            String item = row.to().get(0);
            BigInteger sum = row.quantity().toBigIntegerExact();
            if (!sum.equals(wrongBy.getOrDefault(item, BigInteger.ZERO))) {
              differences.add(Kind.ZERO_SUM, "all balances of " + item, "0", shown(sum));
            }
          });
    }
  }

  /** By how much it is wrong, in millionths. */
  private BigInteger compare(
      Kind kind, String name, List<Posting> postings, List<Found.Sum> found) {
    BigInteger expected = BigInteger.ZERO;
    for (Posting posting : postings) {
      expected = expected.add(BigInteger.valueOf(posting.delta().millionths()));
    }
    BigInteger stored =
        found.isEmpty() ? BigInteger.ZERO : found.get(0).quantity().toBigIntegerExact();
    if (!expected.equals(stored)) {
      differences.add(kind, name, shown(expected), shown(stored));
    }
    return stored.subtract(expected);
  }

  private static String shown(BigInteger millionths) {
    return new BigDecimal(millionths, 6).stripTrailingZeros().toPlainString();
  }
}
