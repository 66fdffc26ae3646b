package io.bincard.server.reconcile;

import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.StockKey;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.time.Corrected;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Takes the books out of the tables of PostgreSQL. */
final class TableBooks {
  private final Connection connection;
  private final String site;

  private TableBooks(Connection connection, String site) {
    this.connection = connection;
    this.site = site;
  }

  static Books of(Database database, String site) {
    return database.inSnapshot(connection -> new TableBooks(connection, site).read());
  }

  private Books read() throws SQLException {
    SortedMap<OrderLine, Books.Line> lines = new TreeMap<>();
    each(
        "select * from order_line where site = ?",
        row ->
            lines.put(
                new OrderLine(row.getString("order_id"), row.getInt("line")),
                new Books.Line(
                    quantity(row, "ordered"),
                    quantity(row, "picked"),
                    quantity(row, "packed"),
                    row.getBoolean("cancelled"))));
    SortedMap<String, String> states = new TreeMap<>();
    each(
        "select order_id, state from orders where site = ?",
        row -> states.put(row.getString(1), row.getString(2)));
    SortedMap<String, String> holding = new TreeMap<>();
    each(
        "select code || ' ' || subject, fingerprint from discrepancy where site = ? and holds",
        row -> holding.put(row.getString(1), row.getString(2)));
    return new Books(
        keys("select account, item, lot, quantity from balance where site = ? and quantity <> 0"),
        keys(
            """
            select account, item, lot, sum(delta) from ledger where site = ?
             group by account, item, lot having sum(delta) <> 0
            """),
        lines,
        states,
        holding,
        counts(),
        journal());
  }

  private SortedMap<StockKey, Quantity> keys(String sql) throws SQLException {
    SortedMap<StockKey, Quantity> found = new TreeMap<>();
    each(sql, row -> found.put(card(row).lot(row.getString("lot")), new Quantity(row.getLong(4))));
    return found;
  }

  private Map<Books.Counted, Books.Read> counts() throws SQLException {
    Map<Books.Counted, Books.Read> counts = new HashMap<>();
    each(
        "select account, item, operation, readings from statement where site = ? and kind ="
            + " 'COUNT'",
        row -> {
          UUID operation = UUID.fromString(row.getString("operation"));
          CardKey card = card(row);
          Columns.readings(row.getString("readings"))
              .forEach(
                  (lot, reading) ->
                      counts.put(
                          new Books.Counted(operation, card.lot(lot)),
                          new Books.Read(reading.expected(), reading.posted(), reading.status())));
          return card;
        });
    return counts;
  }

  private List<Books.Journaled> journal() throws SQLException {
    return each(
        """
        select line, t, uncertainty, outcome, repeated from operation where site = ?
         order by t, device, epoch, seq
        """,
        row -> {
          try {
            return new Books.Journaled(
                JournalLine.read(row.getString("line")).operation(),
                new Corrected(row.getLong("t"), row.getLong("uncertainty")),
                Outcome.Kind.valueOf(row.getString("outcome")),
                row.getBoolean("repeated"));
          } catch (UnreadableException damaged) {
            throw new AssertionError(damaged);
          }
        });
  }

  private CardKey card(ResultSet row) throws SQLException {
    return new CardKey(site, Account.parse(row.getString("account")), row.getString("item"));
  }

  private static Quantity quantity(ResultSet row, String column) throws SQLException {
    return new Quantity(row.getLong(column));
  }

  private <T> List<T> each(String sql, Sql.Reader<T> reader) throws SQLException {
    return Sql.list(connection, sql, reader, site);
  }
}
