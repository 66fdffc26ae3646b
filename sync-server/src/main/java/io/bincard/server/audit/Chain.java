package io.bincard.server.audit;

import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.LineHeader;
import io.bincard.server.audit.Difference.Kind;
import io.bincard.server.reconcile.IncomingLine;
import org.jspecify.annotations.Nullable;

/** Follows the chain of one journal: no gap, no line that is not the one that was written. */
final class Chain {
  private final String site;
  private final String device;
  private final Differences.Of differences;
  private int epoch;
  private long seq;
  private String hash = "";
  private String hashOfLine = "";

  Chain(String site, String device, Differences.Of differences) {
    this.site = site;
    this.device = device;
    this.differences = differences;
  }

  /**
   * Looks at the next line.
   *
   * @param line what stands in it; null if it cannot be read at all
   * @return whether it is the line that was journaled, as far as can be told from itself
   */
  boolean next(Found.Operation row, @Nullable IncomingLine line) {
    if (row.epoch() != epoch) {
      epoch = row.epoch();
      seq = 0;
      hash = "";
      hashOfLine = "";
    }
    String before = line == null ? row.prevHash() : line.header().prevHash();
    if (row.seq() != seq + 1) {
      differences.add(Kind.JOURNAL, missing(row), "there, as the journal goes on", "missing");
    } else if (!before.equals(hash) && !before.equals(hashOfLine)) {
      differences.add(
          Kind.JOURNAL, row.name() + ", the hash of the line before", shown(before), shown(hash));
    }
    seq = row.seq();
    hash = row.hash();
    hashOfLine = JournalLine.hash(row.line());
    if (!hash.equals(hashOfLine)) {
      differences.add(
          Kind.JOURNAL, row.name() + ", the hash of its line", shown(hashOfLine), shown(hash));
      return false;
    }
    compareColumns(row, line);
    return true;
  }

  private String missing(Found.Operation next) {
    String place = "operation %s/%d/".formatted(device, epoch);
    String first = place + (seq + 1);
    return next.seq() == seq + 2 ? first : first + " to " + place + (next.seq() - 1);
  }

  private void compareColumns(Found.Operation row, @Nullable IncomingLine line) {
    if (line == null) {
      differences.add(Kind.JOURNAL, row.name(), "a line with a header", "one that cannot be read");
      return;
    }
    LineHeader header = line.header();
    compare(row, "site", header.site(), site);
    compare(row, "device", header.device(), row.device());
    compare(row, "epoch", header.epoch(), row.epoch());
    compare(row, "seq", header.seq(), row.seq());
    compare(row, "id", header.id(), row.id());
    compare(row, "prev_hash", header.prevHash(), row.prevHash());
    compare(row, "person", header.user(), row.person());
    if (line.operation() == null) {
      compare(row, "outcome", "not APPLIED, as it cannot be read", outcome(row));
    } else if (!row.type().isEmpty() || row.isApplied()) {
      compare(row, "type", line.operation().body().getClass().getSimpleName(), row.type());
    }
  }

  private static String outcome(Found.Operation row) {
    return row.isApplied() ? "APPLIED" : "not APPLIED, as it cannot be read";
  }

  private void compare(Found.Operation row, String column, Object expected, Object found) {
    differences.compare(Kind.JOURNAL, row.name() + ", column " + column, expected, found);
  }

  /**
   * Compares the end with what the device's own row says.
   *
   * @return whether they agree
   */
  boolean end(Found.@Nullable Device head) {
    if (head == null) {
      differences.add(Kind.JOURNAL, "device " + device, "known, as it has a journal", "missing");
      return false;
    }
    boolean begun = head.epoch() > epoch && head.seq() == 0 && head.hash().isEmpty();
    boolean same =
        head.epoch() == epoch
            && head.seq() == seq
            && (head.hash().equals(hash) || head.hash().equals(hashOfLine));
    if (!begun && !same) {
      differences.add(
          Kind.JOURNAL,
          "the end of the journal of device " + device,
          end(epoch, seq, hash),
          end(head.epoch(), head.seq(), head.hash()));
    }
    return begun || same;
  }

  private static String end(int epoch, long seq, String hash) {
    return seq == 0 ? "no operation" : "%d/%d, %s".formatted(epoch, seq, shown(hash));
  }

  private static String shown(String hash) {
    return hash.isEmpty() ? "none" : hash.length() > 16 ? hash.substring(0, 16) + "..." : hash;
  }
}
