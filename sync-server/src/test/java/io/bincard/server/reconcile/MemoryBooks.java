package io.bincard.server.reconcile;

import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Statement;
import io.bincard.model.stock.StockKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Takes the books out of a {@link MemorySite}. */
final class MemoryBooks {
  private MemoryBooks() {}

  static Books of(MemorySite site) {
    SortedMap<StockKey, Quantity> balances = new TreeMap<>(site.balances);
    SortedMap<StockKey, Quantity> ledger = new TreeMap<>();
    site.ledger
        .values()
        .forEach(list -> list.forEach(e -> ledger.merge(e.key(), e.delta(), Quantity::plus)));
    balances.values().removeIf(Quantity::isZero);
    ledger.values().removeIf(Quantity::isZero);
    SortedMap<OrderLine, Books.Line> lines = new TreeMap<>();
    site.lines.forEach(
        (line, row) ->
            lines.put(
                line, new Books.Line(row.ordered(), row.picked(), row.packed(), row.cancelled())));
    SortedMap<String, String> states = new TreeMap<>();
    site.orders.keySet().forEach(order -> states.put(order, site.orderState(order)));
    SortedMap<String, String> holding = new TreeMap<>();
    for (StoredDiscrepancy each : site.discrepancies.values()) {
      if (each.holds()) {
        holding.put(each.code() + " " + each.subject(), each.fingerprint());
      }
    }
    return new Books(balances, ledger, lines, states, holding, counts(site), journal(site));
  }

  private static Map<Books.Counted, Books.Read> counts(MemorySite site) {
    Map<Books.Counted, Books.Read> counts = new HashMap<>();
    site.statements.forEach(
        (card, rows) ->
            rows.values().stream()
                .filter(row -> row.statement() instanceof Statement.Count)
                .forEach(
                    row ->
                        row.readings()
                            .forEach(
                                (lot, reading) ->
                                    counts.put(
                                        new Books.Counted(operation(row), card.lot(lot)),
                                        new Books.Read(
                                            reading.expected(),
                                            reading.posted(),
                                            reading.status())))));
    return counts;
  }

  private static UUID operation(Plan.StatementRow row) {
    return UUID.fromString(((Statement.Count) row.statement()).operation());
  }

  private static List<Books.Journaled> journal(MemorySite site) {
    List<MemorySite.Journaled> all = new ArrayList<>(site.operations.values());
    all.sort(Comparator.comparing(each -> each.arrival().at(0)));
    List<Books.Journaled> journal = new ArrayList<>();
    for (MemorySite.Journaled each : all) {
      StoredOperation stored = each.stored();
      if (stored.operation() != null) {
        journal.add(
            new Books.Journaled(
                stored.operation(),
                stored.time(),
                stored.outcome().kind(),
                each.arrival().repeated()));
      }
    }
    return journal;
  }
}
