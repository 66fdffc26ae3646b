package io.bincard.server.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether books are right: the same as the naive fold, and right in themselves. */
final class BookCheck {
  private BookCheck() {}

  /** Fails with what is wrong. */
  static void check(Books books, NaiveFold fold) {
    assertThat(books.balances()).as("balances").isEqualTo(fold.balances);
    assertThat(books.ledger()).as("the ledger sums to the balances").isEqualTo(books.balances());
    Map<String, Quantity> units = new TreeMap<>();
    books.balances().forEach((key, q) -> units.merge(key.item(), q, Quantity::plus));
    assertThat(units.values()).as("units sum to zero").allMatch(Quantity::isZero);
    TreeMap<OrderLine, Books.Line> lines = new TreeMap<>(books.lines());
    lines.values().removeIf(Books.Line.NONE::equals);
    TreeMap<OrderLine, Books.Line> folded = new TreeMap<>(fold.lines);
    folded.values().removeIf(Books.Line.NONE::equals);
    assertThat(lines).as("order lines").isEqualTo(folded);
    assertThat(books.orderStates()).as("orders").isEqualTo(fold.orderStates);
    checkCounts(books, fold);
    assertThat(books.found()).as("discrepancies").isEqualTo(fold.found);
  }

  private static void checkCounts(Books books, NaiveFold fold) {
    List<String> wrong = new ArrayList<>();
    fold.counts.forEach(
        (counted, read) -> {
          Books.Read is = books.counts().get(counted);
          // A key that was heard of only after it was counted, and has nothing then, has no row.
          boolean right = is == null ? read.posted().isZero() : is.equals(read);
          if (!right) {
            wrong.add(counted + " is " + is + ", should be " + read);
          }
        });
    books
        .counts()
        .forEach(
            (counted, read) -> {
              if (!fold.counts.containsKey(counted) && !read.posted().isZero()) {
                wrong.add(counted + " is " + read + ", but nobody said so");
              }
            });
    assertThat(wrong).as("counts").isEmpty();
  }
}
