package io.bincard.handheld.replica;

import io.bincard.handheld.sqlite.SqliteFailure;
import io.bincard.handheld.sqlite.SqliteFile;
import io.bincard.handheld.sqlite.SqliteFile.Durability;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.Row;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The replica in a SQLite file of its own, so that a large pull never delays a scan. It is read
 * through a second connection, so that a pull never delays a look either.
 */
public final class SqliteReplicaStore implements ReplicaStore {
  private static final List<String> VERSIONS =
      List.of(
          """
          CREATE TABLE base (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            incarnation TEXT NOT NULL,
            cursor TEXT NOT NULL,
            shown_cursor TEXT NOT NULL,
            replaces_all INTEGER NOT NULL);
          INSERT INTO base VALUES (1, '', '', '', 0);
          CREATE TABLE row (
            key TEXT PRIMARY KEY,
            about TEXT NOT NULL,
            json TEXT NOT NULL) WITHOUT ROWID;
          CREATE INDEX row_about ON row (about) WHERE about <> '';
          CREATE TABLE aside (
            key TEXT PRIMARY KEY,
            about TEXT NOT NULL,
            json TEXT NOT NULL,
            gone INTEGER NOT NULL) WITHOUT ROWID
          """);

  /** Where this replica is. */
  private record Progress(
      String incarnation, String cursor, String shownCursor, boolean replacesAll) {
    Progress startedOver(String other) {
      return new Progress(other, "", shownCursor, true);
    }

    Progress at(String next) {
      return new Progress(incarnation, next, shownCursor, replacesAll);
    }

    Progress shown() {
      return new Progress(incarnation, cursor, cursor, false);
    }
  }

  private final SqliteFile writer;
  private final SqliteFile reader;
  private volatile Progress progress;

  /**
   * Opens a replica; one that cannot be used is thrown away and begun again.
   *
   * @throws SqliteFailure if there is no way to have one here
   */
  public SqliteReplicaStore(Path path) {
    writer = openOrBeginAgain(path);
    reader = SqliteFile.openToRead(path);
    progress = storedProgress();
  }

  private static SqliteFile openOrBeginAgain(Path path) {
    try {
      return SqliteFile.open(path, Durability.LAST_COMMITS_MAY_GO, VERSIONS);
    } catch (SqliteFailure unusable) {
      delete(path);
      return SqliteFile.open(path, Durability.LAST_COMMITS_MAY_GO, VERSIONS);
    }
  }

  private static void delete(Path path) {
    try {
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(path.resolveSibling(path.getFileName() + suffix));
      }
    } catch (IOException denied) {
      throw new UncheckedIOException(path + " is damaged and cannot be deleted.", denied);
    }
  }

  private Progress storedProgress() {
    return writer.inTransaction(
        file ->
            file.query(
                    row ->
                        new Progress(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getBoolean(4)),
                    "SELECT incarnation, cursor, shown_cursor, replaces_all FROM base")
                .get(0));
  }

  @Override
  public String cursor() {
    return progress.cursor();
  }

  @Override
  public String shownCursor() {
    return progress.shownCursor();
  }

  @Override
  public synchronized Applied apply(String since, PullPage page) {
    if (!since.equals(progress.cursor())) {
      return Applied.OUTDATED;
    }
    boolean otherData = !progress.incarnation().equals(page.incarnation());
    boolean startedOver = otherData && !since.isEmpty();
    progress =
        writer.inTransaction(
            file -> {
              Progress next = progress;
              if (otherData) {
                file.update("DELETE FROM aside");
                next = next.startedOver(page.incarnation());
              }
              if (!startedOver) {
                next = take(file, page, next);
              }
              save(file, next);
              return next;
            });
    return startedOver ? Applied.STARTED_OVER : Applied.DONE;
  }

  private static Progress take(SqliteFile file, PullPage page, Progress before)
      throws SQLException {
    for (Row row : page.rows()) {
      RowType.Kept kept = RowType.keep(row);
      file.update(
          "INSERT OR REPLACE INTO aside VALUES (?, ?, ?, ?)",
          kept.key(),
          kept.about(),
          WireJson.write(row),
          kept.gone());
    }
    Progress next = before.at(page.cursor());
    return page.more() ? next : show(file, next);
  }

  private static Progress show(SqliteFile file, Progress next) throws SQLException {
    if (next.replacesAll()) {
      file.update("DELETE FROM row");
    } else {
      file.update("DELETE FROM row WHERE key IN (SELECT key FROM aside WHERE gone)");
    }
    file.update("INSERT OR REPLACE INTO row SELECT key, about, json FROM aside WHERE NOT gone");
    file.update("DELETE FROM aside");
    return next.shown();
  }

  private static void save(SqliteFile file, Progress next) throws SQLException {
    file.update(
        "UPDATE base SET incarnation = ?, cursor = ?, shown_cursor = ?, replaces_all = ?",
        next.incarnation(),
        next.cursor(),
        next.shownCursor(),
        next.replacesAll());
  }

  @Override
  public <T> T read(Function<Base, T> question) {
    return reader.inTransaction(file -> question.apply(new SqliteBase(file)));
  }

  private record SqliteBase(SqliteFile file) implements Base {
    @Override
    public <R extends Row> Optional<R> row(RowType<R> type, Object... key) {
      return find(type, "key = ?", type.textOf(List.of(key))).stream().findFirst();
    }

    @Override
    public <R extends Row> List<R> rows(RowType<R> type, Object... keyStart) {
      String start = type.textOf(List.of(keyStart));
      return find(type, "key >= ? AND key < ? ORDER BY key", start, RowType.end(start));
    }

    @Override
    public <R extends Row> List<R> rowsAbout(RowType<R> type, String about) {
      return find(type, "about = ? AND about <> '' ORDER BY key", type.textOf(List.of(about)));
    }

    private <R extends Row> List<R> find(RowType<R> type, String condition, Object... values) {
      try {
        return file.query(
            row -> parsed(type, row.getString(1)),
            "SELECT json FROM row WHERE " + condition,
            values);
      } catch (SQLException failed) {
        throw new IllegalStateException("The replica could not be read.", failed);
      }
    }

    private static <R extends Row> R parsed(RowType<R> type, String json) {
      try {
        return WireJson.read(type.type(), json);
      } catch (UnreadableException damaged) {
        throw new IllegalStateException("The replica holds a row that cannot be read.", damaged);
      }
    }
  }

  @Override
  public void close() {
    reader.close();
    writer.close();
  }
}
