package io.bincard.server.imports;

import static io.bincard.server.imports.Column.optional;
import static io.bincard.server.imports.Column.required;

import io.bincard.server.catalog.Location;
import io.bincard.server.catalog.PostgresTolerances;
import io.bincard.server.catalog.Tolerance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tolerances of counts. */
record ToleranceFile(PostgresTolerances table) implements FileKind<Tolerance.Key, Tolerance> {
  @Override
  public String name() {
    return "tolerances";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        optional("site"),
        optional("location"),
        optional("item"),
        optional("class"),
        required("units"));
  }

  @Override
  public Tolerance.Key key(SheetRow row) {
    long given =
        Stream.of("location", "item", "class").filter(column -> !row.isBlank(column)).count();
    if (given > 1) {
      row.reject("", "a tolerance is for a location, an item or a class: fill in one of them");
    }
    return new Tolerance.Key(
        row.site(), row.upperCaseCode("location"), row.code("item"), row.code("class"));
  }

  @Override
  public String site(Tolerance.Key key) {
    return key.site();
  }

  @Override
  public Map<Tolerance.Key, Tolerance> present(Collection<Tolerance.Key> keys) {
    return table.present(keys);
  }

  @Override
  public Tolerance read(
      Tolerance.Key key, List<SheetRow> rows, @Nullable Tolerance present, References references) {
    SheetRow row = rows.get(0);
    references.requireSite(row, "site", key.site());
    if (!key.location().isEmpty()) {
      references.requireLocation(row, new Location.Key(key.site(), key.location()));
    }
    if (!key.item().isEmpty()) {
      references.item(row);
    }
    return new Tolerance(key, row.quantity("units"));
  }

  @Override
  public void write(String user, String site, List<Change<Tolerance>> changes) {
    table.set(changes.stream().map(Change::after).toList());
  }
}
