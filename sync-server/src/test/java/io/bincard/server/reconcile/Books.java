package io.bincard.server.reconcile;

import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Status;
import io.bincard.model.stock.StockKey;
import io.bincard.model.sync.Outcome;
import io.bincard.model.time.Corrected;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Everything a site's books say, taken out of a store so that stores can be compared.
 *
 * @param balances other than zero
 * @param ledger the sum of the entries of each key, other than zero
 * @param orderStates of the orders that were placed
 * @param holding discrepancies that hold, each with its fingerprint
 * @param counts what became of each count on each lot
 * @param journal in canonical order
 */
record Books(
    SortedMap<StockKey, Quantity> balances,
    SortedMap<StockKey, Quantity> ledger,
    SortedMap<OrderLine, Line> lines,
    SortedMap<String, String> orderStates,
    SortedMap<String, String> holding,
    Map<Counted, Read> counts,
    List<Journaled> journal) {

  /** An order line. */
  record Line(Quantity ordered, Quantity picked, Quantity packed, boolean cancelled) {
    static final Line NONE = new Line(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, false);
  }

  /** Of one count, one key. */
  record Counted(UUID operation, StockKey key) {}

  /** What the fold found there. */
  record Read(Quantity expected, Quantity posted, Status status) {
    /** Nothing was there and nothing was said: a key that is heard of later has no such row. */
    boolean isOfNoConsequence() {
      return expected.isZero()
          && posted.isZero()
          && status != Status.OUT_OF_TOLERANCE
          && status != Status.DISPUTED;
    }
  }

  /** An operation at its place, with the time that was found for it. */
  record Journaled(Operation operation, Corrected time, Outcome.Kind outcome, boolean repeated) {
    boolean counts() {
      return outcome == Outcome.Kind.APPLIED && !repeated;
    }
  }

  /** The codes and subjects of what holds. */
  SortedSet<String> found() {
    return new TreeSet<>(holding.keySet());
  }
}
