package io.bincard.server.imports;

import static io.bincard.server.imports.Column.optional;
import static io.bincard.server.imports.Column.required;

import io.bincard.server.catalog.Location;
import io.bincard.server.catalog.LocationKind;
import io.bincard.server.catalog.PostgresLocations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Locations. */
record LocationFile(PostgresLocations table) implements FileKind<Location.Key, Location> {
  @Override
  public String name() {
    return "locations";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        optional("site"),
        required("location"),
        required("kind"),
        required("sequence"),
        optional("aisle"),
        optional("bay"),
        optional("level"),
        optional("position"),
        optional("active"));
  }

  @Override
  public Location.Key key(SheetRow row) {
    return new Location.Key(row.site(), row.upperCaseCode("location"));
  }

  @Override
  public String site(Location.Key key) {
    return key.site();
  }

  @Override
  public Map<Location.Key, Location> present(Collection<Location.Key> keys) {
    return table.present(keys);
  }

  @Override
  public Location read(
      Location.Key key, List<SheetRow> rows, @Nullable Location present, References references) {
    SheetRow row = rows.get(0);
    references.requireSite(row, "site", key.site());
    Location was =
        present == null
            ? new Location(key, LocationKind.STORAGE, "", "", "", "", 0, true)
            : present;
    return new Location(
        key,
        row.oneOf("kind", LocationKind.class, LocationKind.STORAGE),
        row.has("aisle") ? row.code("aisle") : was.aisle(),
        row.has("bay") ? row.code("bay") : was.bay(),
        row.has("level") ? row.code("level") : was.level(),
        row.has("position") ? row.code("position") : was.position(),
        row.integer("sequence", 0, 0, Integer.MAX_VALUE),
        row.has("active") ? row.flag("active", true) : was.active());
  }

  @Override
  public void write(String user, String site, List<Change<Location>> changes) {
    table.write(changes.stream().map(Change::after).toList());
  }
}
