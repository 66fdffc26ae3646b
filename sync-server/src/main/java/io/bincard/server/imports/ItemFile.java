package io.bincard.server.imports;

import static io.bincard.server.imports.Column.optional;
import static io.bincard.server.imports.Column.required;

import io.bincard.server.catalog.Item;
import io.bincard.server.catalog.PostgresItems;
import io.bincard.server.catalog.Tracking;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Items. */
record ItemFile(PostgresItems table) implements FileKind<String, Item> {
  @Override
  public String name() {
    return "items";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        required("item"),
        required("name"),
        optional("unit"),
        optional("tracking"),
        optional("class"),
        optional("cost"),
        optional("active"));
  }

  @Override
  public String key(SheetRow row) {
    return row.code("item");
  }

  @Override
  public String site(String item) {
    return "";
  }

  @Override
  public Map<String, Item> present(Collection<String> items) {
    return table.present(items);
  }

  @Override
  public Item read(
      String item, List<SheetRow> rows, @Nullable Item present, References references) {
    SheetRow row = rows.get(0);
    Item initial = Item.coded(item);
    Item was = present == null ? initial : present;
    String unit = row.has("unit") ? row.text("unit") : was.unit();
    return new Item(
        item,
        row.text("name"),
        unit.isEmpty() ? initial.unit() : unit,
        row.has("tracking") ? row.oneOf("tracking", Tracking.class, Tracking.NONE) : was.tracking(),
        row.has("class") ? row.code("class") : was.itemClass(),
        row.has("cost") ? row.cost("cost") : was.cost(),
        row.has("active") ? row.flag("active", true) : was.active());
  }

  /** Stock that was booked without lots can't be told apart by lots from one day to the next. */
  @Override
  public void object(List<Change<Item>> changes) {
    List<Change<Item>> retracked =
        changes.stream().filter(change -> change.alters(Item::tracking)).toList();
    if (retracked.isEmpty()) {
      return;
    }
    Set<String> inStock =
        table.inStock(retracked.stream().map(change -> change.after().item()).toList());
    for (Change<Item> change : retracked) {
      if (inStock.contains(change.after().item())) {
        change.reject(
            "tracking",
            "can't change while there is stock: correct the stock to 0 first, or make a new item");
      }
    }
  }

  @Override
  public void write(String user, String site, List<Change<Item>> changes) {
    table.write(changes.stream().map(Change::after).toList());
  }
}
