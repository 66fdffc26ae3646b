package io.bincard.server.catalog;

import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The items, in the table of that name. Safe for any number of threads. */
public final class PostgresItems {
  private final Database database;

  public PostgresItems(Database database) {
    this.database = database;
  }

  /** Those of the items that there are. */
  public Map<String, Item> present(Collection<String> items) {
    return database
        .inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    """
                    select item, name, unit, tracking, class, cost, active
                    from item where item = any(?)
                    """,
                    row ->
                        new Item(
                            row.getString("item"),
                            row.getString("name"),
                            row.getString("unit"),
                            Tracking.valueOf(row.getString("tracking")),
                            row.getString("class"),
                            row.getBigDecimal("cost"),
                            row.getBoolean("active")),
                    (Object) items.toArray(String[]::new)))
        .stream()
        .collect(Collectors.toMap(Item::item, Function.identity()));
  }

  /** Those of the items of which some site has stock, or owes some. */
  public Set<String> inStock(Collection<String> items) {
    return new HashSet<>(
        database.inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    "select distinct item from balance where item = any(?) and quantity <> 0",
                    row -> row.getString("item"),
                    (Object) items.toArray(String[]::new))));
  }

  /** Makes the items so, new or not, in one transaction. */
  public void write(List<Item> items) {
    database.inTransaction(
        connection ->
            Sql.update(
                connection,
                """
                insert into item (item, name, unit, tracking, class, cost, active)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[]::numeric[], ?::boolean[])
                on conflict (item) do update set name = excluded.name, unit = excluded.unit,
                  tracking = excluded.tracking, class = excluded.class, cost = excluded.cost,
                  active = excluded.active, changed = default
                """,
                items.stream().map(Item::item).toArray(String[]::new),
                items.stream().map(Item::name).toArray(String[]::new),
                items.stream().map(Item::unit).toArray(String[]::new),
                items.stream().map(item -> item.tracking().name()).toArray(String[]::new),
                items.stream().map(Item::itemClass).toArray(String[]::new),
                items.stream().map(item -> item.cost().toPlainString()).toArray(String[]::new),
                items.stream().map(Item::active).toArray(Boolean[]::new)));
  }
}
