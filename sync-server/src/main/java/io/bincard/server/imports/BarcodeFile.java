package io.bincard.server.imports;

import static io.bincard.server.imports.Column.optional;
import static io.bincard.server.imports.Column.required;

import io.bincard.model.barcode.gs1.CheckDigit;
import io.bincard.model.barcode.gs1.Gtin;
import io.bincard.model.stock.Quantity;
import io.bincard.server.catalog.Barcode;
import io.bincard.server.catalog.Item;
import io.bincard.server.catalog.PostgresBarcodes;
import io.bincard.server.catalog.Tracking;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Barcodes. */
record BarcodeFile(PostgresBarcodes table) implements FileKind<Barcode.Key, Barcode> {

  /** Who gave a barcode its number. */
  private enum Numbering {
    GTIN,
    OWN
  }

  @Override
  public String name() {
    return "barcodes";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        optional("site"),
        required("code"),
        required("item"),
        optional("pack"),
        optional("numbering"));
  }

  @Override
  public Barcode.Key key(SheetRow row) {
    return new Barcode.Key(row.siteOrNone(), code(row));
  }

  /** GTINs of any length are one key of 14 digits, as a scan is looked up. */
  private static String code(SheetRow row) {
    String code = row.code("code");
    Optional<Gtin> gtin = Gtin.of(code);
    if (gtin.isEmpty() && !isOwn(row) && code.matches("[0-9]{8}|[0-9]{12,14}")) {
      String digits = code.substring(0, code.length() - 1);
      row.reject(
          "code",
          "the last digit should be %d: correct the GTIN, or write own under numbering if it is none"
              .formatted(CheckDigit.of(digits)));
    }
    return gtin.map(Gtin::digits).orElse(code);
  }

  private static boolean isOwn(SheetRow row) {
    return row.oneOf("numbering", Numbering.class, Numbering.GTIN) == Numbering.OWN;
  }

  @Override
  public String site(Barcode.Key key) {
    return key.site();
  }

  @Override
  public Map<Barcode.Key, Barcode> present(Collection<Barcode.Key> keys) {
    return table.present(keys);
  }

  @Override
  public Barcode read(
      Barcode.Key key, List<SheetRow> rows, @Nullable Barcode present, References references) {
    SheetRow row = rows.get(0);
    if (!key.site().isEmpty()) {
      references.requireSite(row, "site", key.site());
    }
    Item item = references.item(row);
    Quantity pack = row.isBlank("pack") ? Quantity.units(1) : row.positiveQuantity("pack");
    if (item != null && item.tracking() == Tracking.SERIAL) {
      row.requireWhole("pack", pack);
    }
    return new Barcode(key, row.code("item"), pack);
  }

  /** It does not explain what was scanned in vain before: that would move stock. */
  @Override
  public void write(String user, String site, List<Change<Barcode>> changes) {
    table.assign(changes.stream().map(Change::after).toList());
  }
}
