package io.bincard.server.orders;

import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The count sheets, which are rows of the table work. Safe for any number of threads. */
public final class PostgresCountSheets {
  // Between the locations of a sheet on their way into jsonb; no code contains it.
  private static final String SEPARATOR = "\u001f";

  private final Database database;

  public PostgresCountSheets(Database database) {
    this.database = database;
  }

  /** Those of the sheets that there are. */
  public Map<CountSheet.Key, CountSheet> present(Collection<CountSheet.Key> keys) {
    return database
        .inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    """
                    select site, work, title,
                      array(select jsonb_array_elements_text(locations)) as locations
                    from work
                    join unnest(?::text[], ?::text[]) as wanted (site, work) using (site, work)
                    where kind = 'COUNT'
                    """,
                    row ->
                        new CountSheet(
                            new CountSheet.Key(row.getString("site"), row.getString("work")),
                            row.getString("title"),
                            Arrays.asList((String[]) row.getArray("locations").getArray())),
                    sites(keys),
                    sheets(keys)))
        .stream()
        .collect(Collectors.toMap(CountSheet::key, Function.identity()));
  }

  /** Those of the sheets that can't be written any more: begun, done, or other work. */
  public Set<CountSheet.Key> taken(Collection<CountSheet.Key> keys) {
    return new HashSet<>(
        database.inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    """
                    select site, work
                    from work
                    join unnest(?::text[], ?::text[]) as wanted (site, work) using (site, work)
                    where kind <> 'COUNT' or state <> 'OPEN'
                    """,
                    row -> new CountSheet.Key(row.getString("site"), row.getString("work")),
                    sites(keys),
                    sheets(keys))));
  }

  /** Makes the sheets so, new or not, in one transaction; passes over those that are taken. */
  public void write(List<CountSheet> sheets) {
    database.inTransaction(
        connection ->
            Sql.update(
                connection,
                """
                insert into work (kind, state, site, work, title, locations)
                select 'COUNT', 'OPEN', site, work, title, to_jsonb(string_to_array(bins, ?))
                from unnest(?::text[], ?::text[], ?::text[], ?::text[])
                  as sheet (site, work, title, bins)
                on conflict (site, work) do update set title = excluded.title,
                  locations = excluded.locations, changed = default
                where work.kind = 'COUNT' and work.state = 'OPEN'
                """,
                SEPARATOR,
                sheets.stream().map(sheet -> sheet.key().site()).toArray(String[]::new),
                sheets.stream().map(sheet -> sheet.key().sheet()).toArray(String[]::new),
                sheets.stream().map(CountSheet::title).toArray(String[]::new),
                sheets.stream()
                    .map(sheet -> String.join(SEPARATOR, sheet.locations()))
                    .toArray(String[]::new)));
  }

  private static String[] sites(Collection<CountSheet.Key> keys) {
    return keys.stream().map(CountSheet.Key::site).toArray(String[]::new);
  }

  private static String[] sheets(Collection<CountSheet.Key> keys) {
    return keys.stream().map(CountSheet.Key::sheet).toArray(String[]::new);
  }
}
