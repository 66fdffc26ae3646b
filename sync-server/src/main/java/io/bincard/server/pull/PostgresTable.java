package io.bincard.server.pull;

import io.bincard.model.sync.Row;
import io.bincard.server.db.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One kind of row of the feed, and the SQL that finds it. In all SQL here, {@code w} is who asks
 * ({@code w.site}, {@code w.device}, {@code w.seen}).
 *
 * @param name of the kind on the wire
 * @param from what to select from, with the condition that it concerns {@code w}
 * @param live which rows matter to a device that has none yet
 * @param changed the transaction that last wrote the row
 * @param key what names the row within the site
 */
record PostgresTable(
    String name,
    List<String> columns,
    String from,
    String live,
    String changed,
    List<Key> key,
    Sql.Reader<Row> reader) {

  /**
   * A column of a key.
   *
   * @param type in SQL
   */
  record Key(String column, String type) {
    boolean fits(String value) {
      return switch (type) {
        case "text" -> true;
        case "integer" -> value.matches("-?[0-9]{1,9}");
        default -> value.matches("[0-9]{1,18}");
      };
    }
  }

  /**
   * A row, and where it stands in the order in which rows are handed out: first the transaction
   * that wrote it, then its key. An index follows that order.
   */
  record Placed(Row row, List<String> place) {}

  boolean fits(List<String> place) {
    List<Key> order = order();
    return place.isEmpty()
        || (place.size() == order.size()
            && IntStream.range(0, place.size()).allMatch(i -> order.get(i).fits(place.get(i))));
  }

  private List<Key> order() {
    return Stream.concat(Stream.of(new Key(changed, "xid8")), key.stream()).toList();
  }

  /**
   * True of those {@code w} that have something new in this table. Asked for the first in order,
   * PostgreSQL looks into the index; asked for any, it reads the table in the hope of an early
   * find.
   */
  String hasNews() {
    return "(select true from %s and %s order by %s limit 1)".formatted(from, isNew(), changed);
  }

  /**
   * What is new since one snapshot and was there at another, in order.
   *
   * @param after the place to go on after; empty to begin
   */
  List<Placed> rows(
      Connection connection,
      String site,
      String device,
      Snapshot seen,
      Snapshot through,
      List<String> after,
      int limit)
      throws SQLException {
    StringBuilder sql = new StringBuilder(select());
    List<Object> parameters =
        new ArrayList<>(List.of(site, device, seen.toPostgres(), through.toPostgres()));
    if (seen.equals(Snapshot.NOTHING)) {
      sql.append(" and ").append(live);
    }
    String order = joined("%1$s");
    if (!after.isEmpty()) {
      sql.append(" and (").append(order).append(") > (").append(joined("?::%2$s")).append(")");
      parameters.addAll(after);
    }
    sql.append(" order by ").append(order).append(" limit ?");
    parameters.add(limit);
    return Sql.list(
        connection,
        sql.toString(),
        row -> new Placed(reader.read(row), place(row)),
        parameters.toArray());
  }

  private String select() {
    List<String> all = new ArrayList<>(columns);
    for (int i = 0; i < order().size(); i++) {
      all.add(order().get(i).column() + "::text as " + placeColumn(i));
    }
    return "select "
        + String.join(", ", all)
        + " from (select ?::text as site, ?::text as device, ?::pg_snapshot as seen,"
        + " ?::pg_snapshot as through) w, "
        + from
        + " and "
        + isNew()
        + " and pg_visible_in_snapshot("
        + changed
        + ", w.through)";
  }

  // The first condition is what the index is asked for.
  private String isNew() {
    return "%1$s >= pg_snapshot_xmin(w.seen) and not pg_visible_in_snapshot(%1$s, w.seen)"
        .formatted(changed);
  }

  private String joined(String format) {
    return order().stream()
        .map(part -> format.formatted(part.column(), part.type()))
        .collect(Collectors.joining(", "));
  }

  private List<String> place(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < order().size(); i++) {
      values.add(row.getString(placeColumn(i)));
    }
    return values;
  }

  private static String placeColumn(int index) {
    return "place" + index;
  }
}
