package io.bincard.server.imports;

import static io.bincard.server.imports.Column.optional;
import static io.bincard.server.imports.Column.required;

import io.bincard.model.operation.Decision.StockCorrected;
import io.bincard.model.stock.Lot;
import io.bincard.model.stock.Quantity;
import io.bincard.server.catalog.Item;
import io.bincard.server.catalog.Location;
import io.bincard.server.catalog.Tracking;
import io.bincard.server.reconcile.Entry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock: each row states what a bin holds at the moment of the import, as a supervisor's correction
 * does. The same file again is the same statement and repeats nothing; another file is a new one.
 */
record StockFile(PostgresBooks books, Journal journal)
    implements FileKind<BookStock.Key, BookStock> {
  private static final String REASON = "imported";

  @Override
  public String name() {
    return "stock";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        optional("site"),
        required("location"),
        required("item"),
        optional("lot"),
        required("quantity"));
  }

  @Override
  public BookStock.Key key(SheetRow row) {
    return new BookStock.Key(
        row.site(), row.upperCaseCode("location"), row.code("item"), row.code("lot"));
  }

  @Override
  public String site(BookStock.Key key) {
    return key.site();
  }

  @Override
  public Map<BookStock.Key, BookStock> present(Collection<BookStock.Key> keys) {
    return books.stock(keys);
  }

  @Override
  public BookStock read(
      BookStock.Key key, List<SheetRow> rows, @Nullable BookStock present, References references) {
    SheetRow row = rows.get(0);
    references.requireSite(row, "site", key.site());
    references.requireLocation(row, new Location.Key(key.site(), key.location()));
    Quantity quantity = row.quantity("quantity");
    Item item = references.item(row);
    if (item != null) {
      checkLot(row, key, item, references);
      if (item.tracking() == Tracking.SERIAL) {
        row.requireWhole("quantity", quantity);
      }
    }
    return new BookStock(key, quantity);
  }

  private static void checkLot(SheetRow row, BookStock.Key key, Item item, References references) {
    if (item.tracking() != Tracking.LOT) {
      if (!key.lot().equals(Lot.NONE)) {
        row.reject("lot", "item " + item.item() + " is not tracked by lot: leave the lot blank");
      }
    } else if (key.lot().equals(Lot.NONE)) {
      row.reject("lot", "item " + item.item() + " is tracked by lot: name it, or ? if unknown");
    } else if (!key.lot().equals(Lot.UNKNOWN)) {
      references.requireLot(
          row, new io.bincard.server.catalog.Lot.Key(key.site(), key.item(), key.lot()));
    }
  }

  /** A statement is new whatever the books say; it also covers what comes to light later. */
  @Override
  public Fate fate(Change<BookStock> change) {
    return Fate.NEW;
  }

  @Override
  public String describe(Change<BookStock> change) {
    return change.before() == null ? "" : "the books say " + change.before().quantity();
  }

  @Override
  public Set<Change<BookStock>> recorded(List<Change<BookStock>> changes) {
    return journal.recorded(changes, StockFile::id);
  }

  private static UUID id(Change<BookStock> change) {
    BookStock.Key key = change.after().key();
    return OperationId.of(
        "stock",
        change.rows().get(0).source().digest(),
        key.site(),
        key.location(),
        key.item(),
        key.lot(),
        change.after().quantity().toString());
  }

  @Override
  public void write(String user, String site, List<Change<BookStock>> changes) {
    journal.record(
        site,
        changes.stream()
            .map(change -> new Entry(id(change), user, corrected(change.after())))
            .toList());
  }

  private static StockCorrected corrected(BookStock stock) {
    BookStock.Key key = stock.key();
    return new StockCorrected(key.location(), key.item(), key.lot(), stock.quantity(), REASON);
  }
}
