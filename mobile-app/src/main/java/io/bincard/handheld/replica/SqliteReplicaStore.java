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
            cursor TEXT NOT NULL);
          INSERT INTO base VALUES (1, '', '');
          CREATE TABLE row (
            key TEXT PRIMARY KEY,
            about TEXT NOT NULL,
            json TEXT NOT NULL) WITHOUT ROWID;
          CREATE INDEX row_about ON row (about) WHERE about <> ''
          """);

  private final SqliteFile writer;
  private final SqliteFile reader;
  private volatile String cursor;
  private String incarnation;

  /**
   * Opens a replica; one that cannot be used is thrown away and begun again.
   *
   * @throws SqliteFailure if there is no way to have one here
   */
  public SqliteReplicaStore(Path path) {
    writer = openOrBeginAgain(path);
    reader = SqliteFile.openToRead(path);
    cursor = stored("cursor");
    incarnation = stored("incarnation");
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

  private String stored(String column) {
    String sql = "SELECT " + column + " FROM base";
    return writer.inTransaction(file -> file.query(row -> row.getString(1), sql).get(0));
  }

  @Override
  public String cursor() {
    return cursor;
  }

  @Override
  public synchronized Applied apply(String since, PullPage page) {
    if (!since.equals(cursor)) {
      return Applied.OUTDATED;
    }
    boolean otherData = !incarnation.isEmpty() && !incarnation.equals(page.incarnation());
    boolean startOver = otherData && !since.isEmpty();
    String next = startOver ? "" : page.cursor();
    writer.inTransaction(
        file -> {
          if (otherData) {
            file.update("DELETE FROM row");
          }
          if (!startOver) {
            for (Row row : page.rows()) {
              put(file, RowType.keep(row));
            }
          }
          return file.update(
              "UPDATE base SET incarnation = ?, cursor = ?", page.incarnation(), next);
        });
    cursor = next;
    incarnation = page.incarnation();
    return startOver ? Applied.STARTED_OVER : Applied.DONE;
  }

  private static void put(SqliteFile file, RowType.Kept kept) throws SQLException {
    if (kept.gone()) {
      file.update("DELETE FROM row WHERE key = ?", kept.key());
    } else {
      file.update(
          "INSERT OR REPLACE INTO row VALUES (?, ?, ?)",
          kept.key(),
          kept.about(),
          WireJson.write(kept.row()));
    }
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
