package io.bincard.shift;

import io.bincard.model.stock.Quantity;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the server's tables say about one site: only read, and only what is shown or checked. */
final class Books {
  private final Database database;
  private final String site;

  /** A discrepancy. */
  record Discrepancy(
      String code, String subject, boolean open, String summary, List<String> evidence) {}

  Books(Database database, String site) {
    this.database = database;
    this.site = site;
  }

  /** Balances other than zero: {@code bin:S-01 JAR-15} or {@code bin:S-03 TEA-100 L2611A}. */
  Map<String, String> balances() {
    Map<String, String> found = new TreeMap<>();
    read(
        "select account, item, lot, quantity from balance where site = ? and quantity <> 0",
        row ->
            found.put(
                (row.getString(1) + " " + row.getString(2) + " " + row.getString(3)).strip(),
                new Quantity(row.getLong(4)).toString()));
    return found;
  }

  /** {@code ordered picked packed} by {@code order/line}. */
  Map<String, String> lines() {
    Map<String, String> found = new TreeMap<>();
    read(
        "select order_id, line, ordered, picked, packed from order_line where site = ?",
        row ->
            found.put(
                row.getString(1) + "/" + row.getInt(2),
                new Quantity(row.getLong(3))
                    + " "
                    + new Quantity(row.getLong(4))
                    + " "
                    + new Quantity(row.getLong(5))));
    return found;
  }

  /** All there ever were, each with its operations from both sides. */
  List<Discrepancy> discrepancies() {
    return read(
        """
        select d.code, d.subject, d.open, d.summary,
               array(select o.person || ' on ' || o.device || ', ' || o.type || ', happened '
                            || to_char(to_timestamp(o.t / 1e6) at time zone s.zone, 'HH24:MI:SS.MS')
                            || ', arrived '
                            || to_char(to_timestamp(o.arrived / 1e6) at time zone s.zone,
                                       'HH24:MI:SS.MS')
                            || coalesce(', scanned ' || (o.line::jsonb -> 'scan' ->> 'data'), '')
                       from operation o
                      where o.site = d.site and o.id = any(d.evidence) and not o.repeated
                      order by o.t) as evidence
          from discrepancy d join site s using (site)
         where d.site = ?
         order by d.open desc, d.code, d.subject
        """,
        row ->
            new Discrepancy(
                row.getString("code"),
                row.getString("subject"),
                row.getBoolean("open"),
                row.getString("summary"),
                List.of((String[]) row.getArray("evidence").getArray())));
  }

  /** How many operations each device's journal has, by outcome. */
  Map<String, Long> operations() {
    Map<String, Long> found = new TreeMap<>();
    read(
        """
        select d.name || ' ' || o.outcome, count(*) from operation o join device d using (site, device)
         where site = ? group by 1
        """,
        row -> found.put(row.getString(1), row.getLong(2)));
    return found;
  }

  private <T> List<T> read(String sql, Sql.Reader<T> reader) {
    return database.inSnapshot(connection -> Sql.list(connection, sql, reader, site));
  }
}
