package io.bincard.server.imports;

import static io.bincard.server.imports.Column.optional;
import static io.bincard.server.imports.Column.required;

import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Decision.LotHeld;
import io.bincard.model.operation.Decision.LotReleased;
import io.bincard.server.catalog.Item;
import io.bincard.server.catalog.Lot;
import io.bincard.server.catalog.LotStatus;
import io.bincard.server.catalog.PostgresLots;
import io.bincard.server.catalog.Tracking;
import io.bincard.server.reconcile.Entry;
import io.bincard.server.reconcile.Reconciler;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lots. */
record LotFile(PostgresLots table, Reconciler reconciler) implements FileKind<Lot.Key, Lot> {
  private static final String REASON = "imported";

  @Override
  public String name() {
    return "lots";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        optional("site"),
        required("item"),
        required("lot"),
        optional("expiry"),
        optional("status"));
  }

  @Override
  public Lot.Key key(SheetRow row) {
    String lot = row.code("lot");
    if (lot.equals(io.bincard.model.stock.Lot.UNKNOWN)) {
      row.reject("lot", "? stands for an unknown lot: write the batch number");
    }
    return new Lot.Key(row.site(), row.code("item"), lot);
  }

  @Override
  public String site(Lot.Key key) {
    return key.site();
  }

  @Override
  public Map<Lot.Key, Lot> present(Collection<Lot.Key> keys) {
    return table.present(keys);
  }

  @Override
  public Lot read(Lot.Key key, List<SheetRow> rows, @Nullable Lot present, References references) {
    SheetRow row = rows.get(0);
    references.requireSite(row, "site", key.site());
    Item item = references.item(row);
    if (item != null && item.tracking() != Tracking.LOT) {
      row.reject("item", "item " + item.item() + " is not tracked by lot: change the item first");
    }
    Lot was = present == null ? new Lot(key, null, LotStatus.AVAILABLE) : present;
    return new Lot(
        key,
        row.has("expiry") ? expiry(row) : was.expiry(),
        row.has("status")
            ? row.oneOf("status", LotStatus.class, LotStatus.AVAILABLE)
            : was.status());
  }

  private static @Nullable LocalDate expiry(SheetRow row) {
    return row.isBlank("expiry") ? null : row.date("expiry");
  }

  /** To hold or release a lot that there is, is a decision, and done as such. */
  @Override
  public void write(String user, String site, List<Change<Lot>> changes) {
    table.write(changes.stream().map(Change::after).toList());
    List<Entry> decisions =
        changes.stream()
            .filter(change -> change.alters(Lot::status))
            .map(change -> new Entry(UUID.randomUUID(), user, decision(change.after())))
            .toList();
    if (!decisions.isEmpty()) {
      reconciler.record(site, decisions);
    }
  }

  private static Decision decision(Lot lot) {
    String item = lot.key().item();
    return switch (lot.status()) {
      case AVAILABLE -> new LotReleased(item, lot.key().lot(), REASON);
      case HELD -> new LotHeld(item, lot.key().lot(), false, REASON);
      case RECALLED -> new LotHeld(item, lot.key().lot(), true, REASON);
    };
  }
}
