package io.bincard.server.catalog;

import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The locations, in the table of that name. Safe for any number of threads. */
public final class PostgresLocations {
  private final Database database;

  public PostgresLocations(Database database) {
    this.database = database;
  }

  /** Those of the locations that there are. */
  public Map<Location.Key, Location> present(Collection<Location.Key> keys) {
    return database
        .inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    """
                    select site, location, kind, aisle, bay, level, position, sequence, active
                    from location
                    join unnest(?::text[], ?::text[]) as wanted (site, location)
                      using (site, location)
                    """,
                    row ->
                        new Location(
                            new Location.Key(row.getString("site"), row.getString("location")),
                            LocationKind.valueOf(row.getString("kind")),
                            row.getString("aisle"),
                            row.getString("bay"),
                            row.getString("level"),
                            row.getString("position"),
                            row.getInt("sequence"),
                            row.getBoolean("active")),
                    keys.stream().map(Location.Key::site).toArray(String[]::new),
                    keys.stream().map(Location.Key::location).toArray(String[]::new)))
        .stream()
        .collect(Collectors.toMap(Location::key, Function.identity()));
  }

  /** Makes the locations so, new or not, in one transaction. */
  public void write(List<Location> locations) {
    database.inTransaction(
        connection ->
            Sql.update(
                connection,
                """
                insert into location (site, location, kind, aisle, bay, level, position, sequence,
                  active)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::int[], ?::boolean[])
                on conflict (site, location) do update set kind = excluded.kind,
                  aisle = excluded.aisle, bay = excluded.bay, level = excluded.level,
                  position = excluded.position, sequence = excluded.sequence,
                  active = excluded.active, changed = default
                """,
                locations.stream().map(location -> location.key().site()).toArray(String[]::new),
                locations.stream()
                    .map(location -> location.key().location())
                    .toArray(String[]::new),
                locations.stream().map(location -> location.kind().name()).toArray(String[]::new),
                locations.stream().map(Location::aisle).toArray(String[]::new),
                locations.stream().map(Location::bay).toArray(String[]::new),
                locations.stream().map(Location::level).toArray(String[]::new),
                locations.stream().map(Location::position).toArray(String[]::new),
                locations.stream().mapToInt(Location::sequence).toArray(),
                locations.stream().map(Location::active).toArray(Boolean[]::new)));
  }
}
