package io.bincard.server.catalog;

import io.bincard.model.stock.Quantity;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What deliveries bring, in the table delivery_line. Safe for any number of threads. */
public final class PostgresDeliveries {
  private final Database database;

  public PostgresDeliveries(Database database) {
    this.database = database;
  }

  /** Those of the lines that there are. */
  public Map<DeliveryLine.Key, DeliveryLine> present(Collection<DeliveryLine.Key> keys) {
    return database
        .inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    """
                    select site, delivery, line, supplier, item, ordered
                    from delivery_line
                    join unnest(?::text[], ?::text[], ?::int[]) as wanted (site, delivery, line)
                      using (site, delivery, line)
                    """,
                    row ->
                        new DeliveryLine(
                            new DeliveryLine.Key(
                                row.getString("site"),
                                row.getString("delivery"),
                                row.getInt("line")),
                            row.getString("supplier"),
                            row.getString("item"),
                            new Quantity(row.getLong("ordered"))),
                    keys.stream().map(DeliveryLine.Key::site).toArray(String[]::new),
                    keys.stream().map(DeliveryLine.Key::delivery).toArray(String[]::new),
                    keys.stream().mapToInt(DeliveryLine.Key::line).toArray()))
        .stream()
        .collect(Collectors.toMap(DeliveryLine::key, Function.identity()));
  }

  /** Those of the lines of which something has arrived. */
  public Set<DeliveryLine.Key> begun(Collection<DeliveryLine.Key> keys) {
    return new HashSet<>(
        database.inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    """
                    select site, delivery, line
                    from delivery_line
                    join unnest(?::text[], ?::text[], ?::int[]) as wanted (site, delivery, line)
                      using (site, delivery, line)
                    where received <> 0
                    """,
                    row ->
                        new DeliveryLine.Key(
                            row.getString("site"), row.getString("delivery"), row.getInt("line")),
                    keys.stream().map(DeliveryLine.Key::site).toArray(String[]::new),
                    keys.stream().map(DeliveryLine.Key::delivery).toArray(String[]::new),
                    keys.stream().mapToInt(DeliveryLine.Key::line).toArray())));
  }

  /** Makes the lines so, new or not, in one transaction; what was received of them stays. */
  public void write(List<DeliveryLine> lines) {
    database.inTransaction(
        connection ->
            Sql.update(
                connection,
                """
                insert into delivery_line (site, delivery, line, supplier, item, ordered)
                select * from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::text[],
                  ?::bigint[])
                on conflict (site, delivery, line) do update set supplier = excluded.supplier,
                  item = excluded.item, ordered = excluded.ordered, changed = default
                """,
                lines.stream().map(line -> line.key().site()).toArray(String[]::new),
                lines.stream().map(line -> line.key().delivery()).toArray(String[]::new),
                lines.stream().mapToInt(line -> line.key().line()).toArray(),
                lines.stream().map(DeliveryLine::supplier).toArray(String[]::new),
                lines.stream().map(DeliveryLine::item).toArray(String[]::new),
                lines.stream().mapToLong(line -> line.ordered().millionths()).toArray()));
  }
}
