package io.bincard.server.imports;

import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an import has to know of stock and journals. It only reads. Safe for any thread. */
final class PostgresBooks {
  private final Database database;

  PostgresBooks(Database database) {
    this.database = database;
  }

  /** The balances of these, as far as there are any. */
  Map<BookStock.Key, BookStock> stock(Collection<BookStock.Key> keys) {
    return database
        .inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    """
                    select b.site, wanted.location, b.item, b.lot, b.quantity
                    from balance b
                    join unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                      as wanted (site, account, location, item, lot)
                      using (site, account, item, lot)
                    """,
                    row ->
                        new BookStock(
                            new BookStock.Key(
                                row.getString("site"),
                                row.getString("location"),
                                row.getString("item"),
                                row.getString("lot")),
                            new Quantity(row.getLong("quantity"))),
                    keys.stream().map(BookStock.Key::site).toArray(String[]::new),
                    keys.stream()
                        .map(key -> Account.bin(key.location()).toString())
                        .toArray(String[]::new),
                    keys.stream().map(BookStock.Key::location).toArray(String[]::new),
                    keys.stream().map(BookStock.Key::item).toArray(String[]::new),
                    keys.stream().map(BookStock.Key::lot).toArray(String[]::new)))
        .stream()
        .collect(Collectors.toMap(BookStock::key, Function.identity()));
  }

  /** Those of the operations that a site's journals have. */
  Set<UUID> journaled(String site, List<UUID> operations) {
    return new HashSet<>(
        database.inSnapshot(
            connection ->
                Sql.list(
                    connection,
                    "select id from operation where site = ? and id = any(?) and not repeated",
                    row -> row.getObject("id", UUID.class),
                    site,
                    operations.toArray(UUID[]::new))));
  }
}
