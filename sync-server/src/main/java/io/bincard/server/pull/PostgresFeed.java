package io.bincard.server.pull;

import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.Row;
import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import io.bincard.server.pull.PostgresTable.Placed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the feed. Safe for any number of threads. */
final class PostgresFeed {
  private static final String NEWS =
      """
      select w.site, '' as device
      from unnest(?::text[], ?::pg_snapshot[]) as w(site, seen)
      where %s
      union all
      select t.site, t.device
      from unnest(?::text[], ?::pg_snapshot[]) as w(site, seen)
      join device t on t.site = w.site and t.changed >= pg_snapshot_xmin(w.seen)
        and not pg_visible_in_snapshot(t.changed, w.seen)
      """
          .formatted(
              PostgresTables.GOODS_AND_PEOPLE.stream()
                  .map(PostgresTable::hasNews)
                  .collect(Collectors.joining("\n  or ")));

  // One look at all tables, as most have nothing new most of the time.
  private static final String CHANGED_TABLES =
      "select %s from (select ?::text as site, ?::text as device, ?::pg_snapshot as seen) w"
          .formatted(
              PostgresTables.ALL.stream()
                  .map(PostgresTable::hasNews)
                  .collect(Collectors.joining(", ")));

  private final Database database;

  PostgresFeed(Database database) {
    this.database = database;
  }

  /** Whether a cursor that is well written names a place that exists. */
  static boolean knows(Cursor cursor) {
    Cursor.Sweep sweep = cursor.sweep();
    return sweep == null
        || PostgresTables.ALL.stream()
            .anyMatch(table -> table.name().equals(sweep.kind()) && table.fits(sweep.place()));
  }

  /**
   * The next page. All its statements see one snapshot.
   *
   * @param cursor null to begin; one that is not of this database begins, too
   */
  PullPage page(String site, String device, @Nullable Cursor cursor, int limit) {
    return database.inSnapshot(
        connection -> {
          Present present = present(connection);
          Cursor from =
              cursor != null && present.includes(cursor)
                  ? cursor
                  : Cursor.at(present.incarnation, Snapshot.NOTHING);
          return new Reading(connection, site, device, present, limit).page(from);
        });
  }

  /**
   * What has changed.
   *
   * @param seen of each site what is not new any more
   */
  News news(Map<String, Snapshot> seen) {
    String[] sites = seen.keySet().toArray(String[]::new);
    String[] snapshots = seen.values().stream().map(Snapshot::toPostgres).toArray(String[]::new);
    return database.inSnapshot(
        connection -> {
          Set<Topic> topics =
              new HashSet<>(
                  Sql.list(
                      connection,
                      NEWS,
                      row -> new Topic(row.getString("site"), row.getString("device")),
                      sites,
                      snapshots,
                      sites,
                      snapshots));
          return new News(present(connection).now, topics);
        });
  }

  private record Present(UUID incarnation, Snapshot now) {
    boolean includes(Cursor cursor) {
      return cursor.isOf(incarnation) && cursor.seen().end() <= now.end();
    }
  }

  private static Present present(Connection connection) throws SQLException {
    return Sql.first(
            connection,
            "select incarnation, pg_current_snapshot()::text as now from installation",
            row ->
                new Present(
                    row.getObject("incarnation", UUID.class),
                    Snapshot.ofPostgres(row.getString("now"))))
        .orElseThrow();
  }

  /** One page on its way. */
  private record Reading(
      Connection connection, String site, String device, Present present, int limit) {

    /**
     * If all that is new fits this page, the device's rows are then those of this very snapshot. If
     * not, they are those of the snapshot at the first page when the last one has come; what
     * changed in the meantime follows in the next round.
     */
    PullPage page(Cursor from) throws SQLException {
      Cursor.Sweep sweep = from.sweep();
      Snapshot through = sweep == null ? present.now : sweep.through();
      List<Row> rows = new ArrayList<>();
      for (PostgresTable table : changedTables(from)) {
        int room = limit - rows.size();
        List<String> after =
            sweep != null && sweep.kind().equals(table.name()) ? sweep.place() : List.of();
        List<Placed> found =
            table.rows(connection, site, device, from.seen(), through, after, room + 1);
        found.stream().limit(room).forEach(placed -> rows.add(placed.row()));
        if (found.size() > room) {
          List<String> reached = room == 0 ? after : found.get(room - 1).place();
          Cursor.Sweep next = new Cursor.Sweep(through, table.name(), reached);
          return page(from.sweeping(next), true, rows);
        }
      }
      return page(Cursor.at(present.incarnation, through), sweep != null, rows);
    }

    /** Those with something new, from the one on that the last page ended in. */
    private List<PostgresTable> changedTables(Cursor from) throws SQLException {
      Cursor.Sweep sweep = from.sweep();
      int first = sweep == null ? 0 : PostgresTables.indexOf(sweep.kind());
      return Sql.first(
              connection,
              CHANGED_TABLES,
              row -> {
                List<PostgresTable> changed = new ArrayList<>();
                for (int i = first; i < PostgresTables.ALL.size(); i++) {
                  if (row.getBoolean(i + 1)) {
                    changed.add(PostgresTables.ALL.get(i));
                  }
                }
                return changed;
              },
              site,
              device,
              from.seen().toPostgres())
          .orElseThrow();
    }

    private PullPage page(Cursor cursor, boolean more, List<Row> rows) {
      return new PullPage(present.incarnation.toString(), cursor.toString(), more, rows);
    }
  }
}
