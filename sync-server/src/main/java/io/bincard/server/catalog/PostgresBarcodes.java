package io.bincard.server.catalog;

import io.bincard.model.stock.Quantity;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The barcodes, in the table of that name. Safe for any number of threads. */
public final class PostgresBarcodes {
  private final Database database;

  public PostgresBarcodes(Database database) {
    this.database = database;
  }

  /** What those of the barcodes that there are mean at last. */
  public Map<Barcode.Key, Barcode> present(Collection<Barcode.Key> keys) {
    return database
        .inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    """
                    select distinct on (site, code) site, code, item, pack
                    from barcode
                    join unnest(?::text[], ?::text[]) as wanted (site, code) using (site, code)
                    order by site, code, valid_from desc
                    """,
                    row ->
                        new Barcode(
                            new Barcode.Key(row.getString("site"), row.getString("code")),
                            row.getString("item"),
                            new Quantity(row.getLong("pack"))),
                    keys.stream().map(Barcode.Key::site).toArray(String[]::new),
                    keys.stream().map(Barcode.Key::code).toArray(String[]::new)))
        .stream()
        .collect(Collectors.toMap(Barcode::key, Function.identity()));
  }

  /** Lets the barcodes mean this from now on, in one transaction; what they meant is kept. */
  public void assign(List<Barcode> barcodes) {
    database.inTransaction(
        connection ->
            Sql.update(
                connection,
                """
                insert into barcode (valid_from, site, code, item, pack)
                select ?, * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
                on conflict (site, code, valid_from) do update set item = excluded.item,
                  pack = excluded.pack, operation = null, changed = default
                """,
                Sql.now(connection),
                barcodes.stream().map(barcode -> barcode.key().site()).toArray(String[]::new),
                barcodes.stream().map(barcode -> barcode.key().code()).toArray(String[]::new),
                barcodes.stream().map(Barcode::item).toArray(String[]::new),
                barcodes.stream().mapToLong(barcode -> barcode.pack().millionths()).toArray()));
  }
}
