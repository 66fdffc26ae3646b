package io.bincard.server.audit;

import io.bincard.model.discrepancy.Rules;
import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.OrderLine;
import io.bincard.server.audit.Difference.Kind;
import io.bincard.server.audit.OrderEvents.OrderEvent;
import io.bincard.server.db.Cursor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds every order from nothing, and compares orders and lines with their rows. */
final class Orders {
  private final PostgresBooks books;
  private final String site;
  private final WorkingPapers papers;
  private final Differences.Of differences;

  Orders(PostgresBooks books, String site, WorkingPapers papers, Differences.Of differences) {
    this.books = books;
    this.site = site;
    this.papers = papers;
    this.differences = differences;
  }

  void fold(Progress progress) {
    try (Cursor<Found.OrderLine> rows = books.orderLines(site)) {
      Pairing.walk(
          papers.orders.sorted(OrderEvent::key),
          new Lookahead<>(rows, Found.OrderLine::byOrder),
          (order, events, found) -> {
            compareLines(order.names().get(0), FoldedOrder.of(events), found);
            progress.step();
          });
    }
    try (Cursor<Found.Order> rows = books.orders(site)) {
      Pairing.walk(
          papers.orders.sorted(OrderEvent::key),
          new Lookahead<>(rows, Found.Order::key),
          (order, events, found) ->
              compareOrder(
                  order.names().get(0),
                  FoldedOrder.of(events),
                  found.isEmpty() ? null : found.get(0)));
    }
  }

  private void compareOrder(String name, FoldedOrder order, Found.@Nullable Order row) {
    OrderEvents.Placed placed = order.placed();
    String what = "order " + name;
    if (placed == null || row == null) {
      differences.compare(
          Kind.ORDER,
          what,
          placed == null ? "never placed" : "placed",
          row == null ? "never placed" : "placed");
      return;
    }
    differences.compare(Kind.ORDER, what + ", column customer", placed.customer(), row.customer());
    differences.compare(Kind.ORDER, what + ", column priority", placed.priority(), row.priority());
    differences.compare(Kind.ORDER, what + ", column state", order.state(), row.state());
    differences.compare(Kind.ORDER, what + ", column stops", order.stops(), row.stops());
  }

  private void compareLines(String order, FoldedOrder folded, List<Found.OrderLine> found) {
    Map<Integer, Found.OrderLine> rows = new HashMap<>();
    for (Found.OrderLine row : found) {
      rows.put(row.line(), row);
      folded.line(row.line());
    }
    folded
        .lines()
        .forEach(
            (number, line) -> {
              OrderLine name = new OrderLine(order, number);
              compare(name, line, rows.get(number));
              look(name, line, rows.get(number));
              post(name, line);
            });
  }

  private void compare(OrderLine name, FoldedOrder.Line line, Found.@Nullable OrderLine row) {
    String what = "order line " + name;
    if (row == null) {
      differences.add(
          Kind.ORDER_LINE,
          what,
          "%s of %s ordered, %s picked, %s packed"
              .formatted(line.ordered, line.item, line.picked, line.packed),
          "missing");
      return;
    }
    // Of a line nobody ordered, the row has the item that was picked for it first.
    compare(what, "item", line.item == null ? row.item() : line.item, row.item());
    compare(what, "ordered", line.ordered, row.ordered());
    compare(what, "picked", line.picked, row.picked());
    compare(what, "packed", line.packed, row.packed());
    compare(what, "cancelled", line.cancelled, row.cancelled());
  }

  private void compare(String what, String column, Object expected, Object found) {
    differences.compare(Kind.ORDER_LINE, what + ", column " + column, expected, found);
  }

  private void look(OrderLine name, FoldedOrder.Line line, Found.@Nullable OrderLine row) {
    String item = line.item != null ? line.item : row == null ? "" : row.item();
    Subject.Line subject =
        new Subject.Line(
            name, item, line.ordered, line.cancelled, line.picked, line.packed, line.entries);
    Rules.findings(subject).forEach(finding -> papers.claims.add(Claim.of(finding)));
  }

  private void post(OrderLine name, FoldedOrder.Line line) {
    for (Subject.LineEntry entry : line.entries) {
      papers.lineEntries.add(
          new Posting(
              List.of(name.order(), String.valueOf(name.line()), entry.stage().name()),
              entry.at(),
              entry.quantity()));
    }
  }
}
