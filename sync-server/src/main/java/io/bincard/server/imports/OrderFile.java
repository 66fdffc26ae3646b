package io.bincard.server.imports;

import static io.bincard.server.imports.Column.optional;
import static io.bincard.server.imports.Column.required;

import io.bincard.model.operation.Decision.OrderPlaced;
import io.bincard.model.stock.Quantity;
import io.bincard.server.catalog.Item;
import io.bincard.server.catalog.Tracking;
import io.bincard.server.orders.CustomerOrder;
import io.bincard.server.orders.PostgresOrders;
import io.bincard.server.reconcile.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders: a row for each line. */
record OrderFile(PostgresOrders table, Journal journal)
    implements FileKind<CustomerOrder.Key, CustomerOrder> {
  @Override
  public String name() {
    return "orders";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        optional("site"),
        required("order"),
        optional("customer"),
        optional("priority"),
        optional("line"),
        required("item"),
        required("quantity"));
  }

  @Override
  public CustomerOrder.Key key(SheetRow row) {
    return new CustomerOrder.Key(row.site(), row.code("order"));
  }

  @Override
  public String site(CustomerOrder.Key key) {
    return key.site();
  }

  @Override
  public boolean severalRowsAnEntry() {
    return true;
  }

  @Override
  public Map<CustomerOrder.Key, CustomerOrder> present(Collection<CustomerOrder.Key> keys) {
    return table.present(keys);
  }

  @Override
  public CustomerOrder read(
      CustomerOrder.Key key,
      List<SheetRow> rows,
      @Nullable CustomerOrder present,
      References references) {
    String customer = "";
    String priority = "";
    Map<Integer, OrderPlaced.Line> lines = new TreeMap<>();
    for (SheetRow row : rows) {
      references.requireSite(row, "site", key.site());
      customer = same(row, "customer", customer, row.text("customer"));
      priority = same(row, "priority", priority, row.code("priority"));
      OrderPlaced.Line line = line(row, lines.size() + 1, references);
      if (lines.putIfAbsent(line.line(), line) != null) {
        row.reject("line", "the order has a line " + line.line() + " already: number it anew");
      }
    }
    int urgency = rows.get(0).integer("priority", 0, -1000, 1000);
    return CustomerOrder.of(key, customer, urgency, new ArrayList<>(lines.values()));
  }

  private static OrderPlaced.Line line(SheetRow row, int next, References references) {
    Item item = references.activeItem(row);
    Quantity quantity = row.positiveQuantity("quantity");
    if (item != null && item.tracking() == Tracking.SERIAL) {
      row.requireWhole("quantity", quantity);
    }
    return new OrderPlaced.Line(row.integer("line", next, 1, 99_999), row.code("item"), quantity);
  }

  /** What all rows of an entry say alike; those after the first may leave it blank. */
  static String same(SheetRow row, String column, String before, String value) {
    if (!before.isEmpty() && !value.isEmpty() && !before.equals(value)) {
      row.reject(
          column,
          "is %s here and %s before: write the same in all rows that belong together"
              .formatted(SheetRow.shown(value), SheetRow.shown(before)));
    }
    return before.isEmpty() ? value : before;
  }

  @Override
  public Set<Change<CustomerOrder>> recorded(List<Change<CustomerOrder>> changes) {
    return journal.recorded(changes, OrderFile::id);
  }

  /** An order that there is, is changed line by line by whoever sees how far it is. */
  @Override
  public void object(List<Change<CustomerOrder>> changes) {
    for (Change<CustomerOrder> change : changes) {
      if (fate(change) == Fate.CHANGED) {
        change.reject(
            "order",
            "is there already with another content: change that order, or give this one another"
                + " number");
      }
    }
  }

  private static UUID id(Change<CustomerOrder> change) {
    CustomerOrder order = change.after();
    List<String> parts = new ArrayList<>();
    parts.add("order");
    parts.add(order.key().site());
    parts.add(order.key().order());
    parts.add(order.placed().customer());
    parts.add(Integer.toString(order.placed().priority()));
    for (OrderPlaced.Line line : order.placed().lines()) {
      parts.add(Integer.toString(line.line()));
      parts.add(line.item());
      parts.add(line.quantity().toString());
    }
    return OperationId.of(parts.toArray(String[]::new));
  }

  @Override
  public void write(String user, String site, List<Change<CustomerOrder>> changes) {
    journal.record(
        site,
        changes.stream()
            .map(change -> new Entry(id(change), user, change.after().placed()))
            .toList());
  }
}
