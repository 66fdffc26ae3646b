package io.bincard.server.imports;

import static io.bincard.server.imports.Column.optional;
import static io.bincard.server.imports.Column.required;

import io.bincard.server.catalog.DeliveryLine;
import io.bincard.server.catalog.PostgresDeliveries;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deliveries that are due. */
record DeliveryFile(PostgresDeliveries table) implements FileKind<DeliveryLine.Key, DeliveryLine> {
  @Override
  public String name() {
    return "deliveries";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        optional("site"),
        required("delivery"),
        required("line"),
        optional("supplier"),
        required("item"),
        required("quantity"));
  }

  @Override
  public DeliveryLine.Key key(SheetRow row) {
    return new DeliveryLine.Key(
        row.site(), row.code("delivery"), row.integer("line", 1, 1, 99_999));
  }

  @Override
  public String site(DeliveryLine.Key key) {
    return key.site();
  }

  @Override
  public Map<DeliveryLine.Key, DeliveryLine> present(Collection<DeliveryLine.Key> keys) {
    return table.present(keys);
  }

  @Override
  public DeliveryLine read(
      DeliveryLine.Key key,
      List<SheetRow> rows,
      @Nullable DeliveryLine present,
      References references) {
    SheetRow row = rows.get(0);
    references.requireSite(row, "site", key.site());
    references.activeItem(row);
    return new DeliveryLine(
        key,
        row.has("supplier") || present == null ? row.text("supplier") : present.supplier(),
        row.code("item"),
        row.positiveQuantity("quantity"));
  }

  /** What has arrived under a line was that item, and stays it. */
  @Override
  public void object(List<Change<DeliveryLine>> changes) {
    List<Change<DeliveryLine>> otherItems =
        changes.stream().filter(change -> change.alters(DeliveryLine::item)).toList();
    if (otherItems.isEmpty()) {
      return;
    }
    Set<DeliveryLine.Key> begun =
        table.begun(otherItems.stream().map(change -> change.after().key()).toList());
    for (Change<DeliveryLine> change : otherItems) {
      if (begun.contains(change.after().key())) {
        change.reject(
            "item",
            "was another when goods arrived for this line: give the new item a line of its own");
      }
    }
  }

  @Override
  public void write(String user, String site, List<Change<DeliveryLine>> changes) {
    table.write(changes.stream().map(Change::after).toList());
  }
}
