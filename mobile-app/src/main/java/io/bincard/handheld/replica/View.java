package io.bincard.handheld.replica;

import io.bincard.handheld.journal.Journal;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * What the device shows: the pulled base, and on top its own operations that the base does not
 * contain.
 *
 * <p>What the base contains, its head row says; a push answer alone takes nothing off. So nothing
 * is ever lost or doubled on the way (docs/protocol.md, "View"). Several threads may ask.
 */
public final class View {
  private final ReplicaStore replica;
  private final Journal journal;
  private final PendingOperations pending;

  public View(ReplicaStore replica, Journal journal) {
    this.replica = replica;
    this.journal = journal;
    this.pending = new PendingOperations(journal);
  }

  /** The site; empty before the first pull. */
  public Optional<Row.Site> site() {
    return rows(RowType.SITE).stream().findFirst();
  }

  public Optional<Row.Item> item(String item) {
    return row(RowType.ITEM, item);
  }

  /**
   * What a barcode meant at a moment; before its first assignment, by the first.
   *
   * @param code a 14-digit GTIN, or the code as scanned
   * @param at microseconds since 1970-01-01T00:00Z
   */
  public Optional<Row.Barcode> barcode(String code, long at) {
    List<Row.Barcode> meanings =
        rows(RowType.BARCODE, code).stream()
            .sorted(Comparator.comparingLong(Row.Barcode::validFrom))
            .toList();
    return meanings.stream()
        .filter(meaning -> meaning.validFrom() <= at)
        .reduce((earlier, later) -> later)
        .or(() -> meanings.stream().findFirst());
  }

  /** All barcodes of an item, also those that meant it once. */
  public List<Row.Barcode> barcodesOf(String item) {
    return replica.read(base -> base.rowsAbout(RowType.BARCODE, item));
  }

  public Optional<Row.Lot> lot(String item, String lot) {
    return row(RowType.LOT, item, lot);
  }

  public List<Row.Lot> lots(String item) {
    return rows(RowType.LOT, item);
  }

  public Optional<Row.Location> location(String location) {
    return row(RowType.LOCATION, location);
  }

  /** All bins, in the order of the way through the house. */
  public List<Row.Location> locations() {
    return rows(RowType.LOCATION).stream()
        .sorted(
            Comparator.comparingInt(Row.Location::sequence).thenComparing(Row.Location::location))
        .toList();
  }

  public Optional<Row.Person> person(String user) {
    return row(RowType.PERSON, user);
  }

  public Optional<Row.Person> personByBadge(String badge) {
    return replica.read(base -> base.rowsAbout(RowType.PERSON, badge)).stream().findFirst();
  }

  /** The balance of one lot in a bin or container; signed. */
  public Quantity balance(Account account, String item, String lot) {
    return stock(account).stream()
        .filter(row -> row.item().equals(item) && row.lot().equals(lot))
        .map(Row.Stock::quantity)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  /** What is in a bin or container; balances of zero are left out. */
  public List<Row.Stock> stock(Account account) {
    return asked(
        (base, own) ->
            stock(base.rows(RowType.STOCK, account), own, account::equals, item -> true));
  }

  /** Where an item is; balances of zero are left out. */
  public List<Row.Stock> stockOf(String item) {
    return asked(
        (base, own) ->
            stock(base.rowsAbout(RowType.STOCK, item), own, account -> true, item::equals));
  }

  private static List<Row.Stock> stock(
      List<Row.Stock> base, Overlay own, Predicate<Account> ofAccount, Predicate<String> ofItem) {
    record Key(Account account, Overlay.Goods goods) {}
    Map<Key, Quantity> sums = new LinkedHashMap<>();
    for (Row.Stock row : base) {
      if (!own.isEmptied(row.account())) {
        sums.put(new Key(row.account(), new Overlay.Goods(row.item(), row.lot())), row.quantity());
      }
    }
    own.stock()
        .forEach(
            (account, changes) ->
                changes.forEach(
                    (goods, change) -> {
                      if (ofAccount.test(account) && ofItem.test(goods.item())) {
                        sums.merge(new Key(account, goods), change, Quantity::plus);
                      }
                    }));
    List<Row.Stock> rows = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          if (!sum.isZero()) {
            rows.add(new Row.Stock(key.account(), key.goods().item(), key.goods().lot(), sum));
          }
        });
    return rows;
  }

  /** This device's own counts of a bin that wait to be posted: the last of each key. */
  public List<WaitingCount> waitingCounts(String location) {
    record Key(String item, Optional<String> lot) {}
    return asked(
        (base, own) -> {
          Map<Key, WaitingCount> last = new LinkedHashMap<>();
          for (WaitingCount count : own.counts(Account.bin(location))) {
            last.put(new Key(count.item(), Optional.ofNullable(count.lot())), count);
          }
          return List.copyOf(last.values());
        });
  }

  public Optional<Row.Order> order(String order) {
    return row(RowType.ORDER, order);
  }

  /** The lines of an order, with what this device picked and packed. */
  public List<Row.Line> lines(String order) {
    return asked(
        (base, own) ->
            base.rows(RowType.LINE, order).stream()
                .map(line -> withOwn(line, own))
                .sorted(Comparator.comparingInt(Row.Line::line))
                .toList());
  }

  public Optional<Row.Line> line(OrderLine line) {
    return asked(
        (base, own) ->
            base.row(RowType.LINE, line.order(), line.line()).map(row -> withOwn(row, own)));
  }

  private static Row.Line withOwn(Row.Line row, Overlay own) {
    OrderLine line = new OrderLine(row.order(), row.line());
    return new Row.Line(
        row.order(),
        row.line(),
        row.item(),
        row.ordered(),
        row.picked().plus(own.picked(line)),
        row.packed().plus(own.packed(line)),
        row.cancelled());
  }

  /** Where to take the goods of an order from, as last allocated; also what is picked already. */
  public List<Row.Allocation.Stop> stops(String order) {
    return row(RowType.ALLOCATION, order).map(Row.Allocation::stops).orElse(List.of());
  }

  /** All that can be claimed, is claimed or was done. */
  public List<Row.Work> work() {
    return rows(RowType.WORK);
  }

  public Optional<Row.Work> work(String work) {
    return row(RowType.WORK, work);
  }

  /** The lines of all deliveries that are due, with what this device received. */
  public List<Row.Expected> expected() {
    return expectedUnder();
  }

  /** The lines of one delivery, with what this device received. */
  public List<Row.Expected> expected(String delivery) {
    return expectedUnder(delivery);
  }

  private List<Row.Expected> expectedUnder(Object... keyStart) {
    return asked(
        (base, own) ->
            base.rows(RowType.EXPECTED, keyStart).stream()
                .map(row -> withOwn(row, own))
                .sorted(
                    Comparator.comparing(Row.Expected::delivery)
                        .thenComparingInt(Row.Expected::line))
                .toList());
  }

  private static Row.Expected withOwn(Row.Expected row, Overlay own) {
    return new Row.Expected(
        row.delivery(),
        row.line(),
        row.supplier(),
        row.item(),
        row.ordered(),
        row.received().plus(own.received(row.delivery(), row.line())));
  }

  /** All open discrepancies of the site. */
  public List<Row.Discrepancy> discrepancies() {
    return rows(RowType.DISCREPANCY);
  }

  /** This device's operations that the base does not contain, in order. */
  public List<Operation> pending() {
    return replica.read(base -> pending.after(OwnHeads.in(base, journal)).operations());
  }

  private <T> T asked(BiFunction<Base, Overlay, T> question) {
    return replica.read(
        base -> question.apply(base, pending.after(OwnHeads.in(base, journal)).overlay()));
  }

  private <R extends Row> Optional<R> row(RowType<R> type, Object... key) {
    return replica.read(base -> base.row(type, key));
  }

  private <R extends Row> List<R> rows(RowType<R> type, Object... keyStart) {
    return replica.read(base -> base.rows(type, keyStart));
  }
}
