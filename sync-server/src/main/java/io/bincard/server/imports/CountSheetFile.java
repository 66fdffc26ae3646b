package io.bincard.server.imports;

import static io.bincard.server.imports.Column.optional;
import static io.bincard.server.imports.Column.required;

import io.bincard.server.catalog.Location;
import io.bincard.server.orders.CountSheet;
import io.bincard.server.orders.PostgresCountSheets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Count sheets: a row for each location, in the order of the way. */
record CountSheetFile(PostgresCountSheets table) implements FileKind<CountSheet.Key, CountSheet> {
  @Override
  public String name() {
    return "counts";
  }

  @Override
  public List<Column> columns() {
    return List.of(optional("site"), required("sheet"), optional("title"), required("location"));
  }

  @Override
  public CountSheet.Key key(SheetRow row) {
    return new CountSheet.Key(row.site(), row.code("sheet"));
  }

  @Override
  public String site(CountSheet.Key key) {
    return key.site();
  }

  @Override
  public boolean severalRowsAnEntry() {
    return true;
  }

  @Override
  public Map<CountSheet.Key, CountSheet> present(Collection<CountSheet.Key> keys) {
    return table.present(keys);
  }

  @Override
  public CountSheet read(
      CountSheet.Key key,
      List<SheetRow> rows,
      @Nullable CountSheet present,
      References references) {
    String title = present == null || rows.get(0).has("title") ? "" : present.title();
    Set<String> locations = new LinkedHashSet<>();
    for (SheetRow row : rows) {
      references.requireSite(row, "site", key.site());
      String location = row.upperCaseCode("location");
      references.requireLocation(row, new Location.Key(key.site(), location));
      if (!locations.add(location)) {
        row.reject("location", location + " is on this sheet already: take one row away");
      }
      title = OrderFile.same(row, "title", title, row.text("title"));
    }
    return new CountSheet(key, title.isEmpty() ? key.sheet() : title, List.copyOf(locations));
  }

  @Override
  public void object(List<Change<CountSheet>> changes) {
    List<Change<CountSheet>> differing =
        changes.stream().filter(change -> fate(change) != Fate.UNCHANGED).toList();
    Set<CountSheet.Key> taken =
        table.taken(differing.stream().map(change -> change.after().key()).toList());
    for (Change<CountSheet> change : differing) {
      if (taken.contains(change.after().key())) {
        change.reject(
            "sheet", "is begun, done, or other work already: give the new sheet another name");
      }
    }
  }

  @Override
  public void write(String user, String site, List<Change<CountSheet>> changes) {
    table.write(changes.stream().map(Change::after).toList());
  }
}
