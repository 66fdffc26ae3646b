package io.bincard.handheld.journal;

import io.bincard.handheld.sqlite.SqliteFailure;
import io.bincard.handheld.sqlite.SqliteFile;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.Outcome;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal in a SQLite file: small, durable, never replaced. */
public final class SqliteJournalStore implements JournalStore {
  private static final List<String> VERSIONS =
      List.of(
          """
          CREATE TABLE identity (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            device TEXT NOT NULL,
            name TEXT NOT NULL,
            secret TEXT NOT NULL,
            site TEXT NOT NULL,
            server TEXT NOT NULL,
            epoch INTEGER NOT NULL,
            incarnation TEXT NOT NULL);
          CREATE TABLE line (
            epoch INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            id TEXT NOT NULL UNIQUE,
            type TEXT NOT NULL,
            scanned INTEGER NOT NULL,
            hash TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (epoch, seq)) WITHOUT ROWID;
          CREATE INDEX line_type ON line (type, epoch, seq);
          CREATE INDEX line_scanned ON line (epoch, seq) WHERE scanned;
          CREATE TABLE acknowledged (
            epoch INTEGER PRIMARY KEY,
            through INTEGER NOT NULL);
          CREATE TABLE outcome (
            epoch INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            code TEXT,
            PRIMARY KEY (epoch, seq)) WITHOUT ROWID;
          CREATE INDEX outcome_not_applied ON outcome (epoch, seq) WHERE kind <> 'APPLIED'
          """);

  private static final String LINE = "SELECT epoch, seq, id, type, scanned, hash, text FROM line ";
  private static final String OUTCOME = "SELECT o.seq, o.id, o.kind, o.code FROM outcome o ";

  private final SqliteFile file;

  /**
   * @throws JournalException if the file cannot be opened or would not be written durably
   */
  public SqliteJournalStore(Path path) {
    try {
      file = SqliteFile.open(path, SqliteFile.Durability.FULL, VERSIONS);
    } catch (SqliteFailure unusable) {
      throw new JournalException(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  @Override
  public Optional<Identity> identity() {
    return first(
        read(
            row ->
                new Identity(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getInt(6),
                    row.getString(7)),
            "SELECT device, name, secret, site, server, epoch, incarnation FROM identity"));
  }

  @Override
  public void identify(Identity identity) {
    write(
        same ->
            same.update(
                "INSERT OR REPLACE INTO identity VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
                identity.device(),
                identity.name(),
                identity.secret(),
                identity.site(),
                identity.server(),
                identity.epoch(),
                identity.incarnation()));
  }

  @Override
  public void append(JournalLine line) {
    write(same -> insert(same, line));
  }

  private static int insert(SqliteFile file, JournalLine line) throws SQLException {
    StoredLine stored = StoredLine.of(line);
    return file.update(
        "INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?)",
        stored.epoch(),
        stored.seq(),
        stored.id().toString(),
        stored.type(),
        stored.scanned(),
        stored.hash(),
        stored.text());
  }

  @Override
  public void openEpoch(int epoch, @Nullable JournalLine first) {
    write(
        same -> {
          if (first != null) {
            insert(same, first);
          }
          return same.update("UPDATE identity SET epoch = ?", epoch);
        });
  }

  @Override
  public List<Extent> extents() {
    return read(
        row -> new Extent(row.getInt(1), row.getLong(2), row.getLong(3)),
        """
        SELECT l.epoch, max(l.seq), coalesce(max(a.through), 0)
        FROM line l LEFT JOIN acknowledged a ON a.epoch = l.epoch
        GROUP BY l.epoch ORDER BY l.epoch
        """);
  }

  @Override
  public List<StoredLine> lines(int epoch, long from, int limit) {
    return read(
        SqliteJournalStore::line,
        LINE + "WHERE epoch = ? AND seq >= ? ORDER BY seq LIMIT ?",
        epoch,
        from,
        limit);
  }

  @Override
  public Optional<StoredLine> line(UUID id) {
    return first(read(SqliteJournalStore::line, LINE + "WHERE id = ?", id.toString()));
  }

  @Override
  public Optional<StoredLine> lastScanned() {
    return first(
        read(
            SqliteJournalStore::line,
            LINE + "WHERE scanned ORDER BY epoch DESC, seq DESC LIMIT 1"));
  }

  @Override
  public Optional<StoredLine> firstOfType(String type, int epoch, long from) {
    return first(
        read(
            SqliteJournalStore::line,
            LINE + "WHERE type = ? AND (epoch, seq) >= (?, ?) ORDER BY epoch, seq LIMIT 1",
            type,
            epoch,
            from));
  }

  @Override
  public List<StoredLine> lastOfTypes(Set<String> types, int limit) {
    String marks = "?,".repeat(types.size()).replaceFirst(",$", "");
    Object[] parameters = new Object[types.size() + 1];
    types.toArray(parameters);
    parameters[types.size()] = limit;
    return read(
        SqliteJournalStore::line,
        LINE + "WHERE type IN (" + marks + ") ORDER BY epoch DESC, seq DESC LIMIT ?",
        parameters);
  }

  @Override
  public void acknowledge(Acknowledgement answer) {
    write(
        same -> {
          for (Map.Entry<Integer, Long> through : answer.through().entrySet()) {
            same.update(
                "INSERT OR REPLACE INTO acknowledged VALUES (?, ?)",
                through.getKey(),
                through.getValue());
          }
          for (Outcome outcome : answer.outcomes()) {
            same.update(
                "INSERT OR REPLACE INTO outcome VALUES (?, ?, ?, ?, ?)",
                answer.epoch(),
                outcome.seq(),
                outcome.id().toString(),
                outcome.kind().name(),
                outcome.code());
          }
          return same.update("UPDATE identity SET incarnation = ?", answer.incarnation());
        });
  }

  @Override
  public Optional<Outcome> outcome(UUID id) {
    return first(
        read(
            SqliteJournalStore::outcome,
            OUTCOME + "JOIN line l ON l.epoch = o.epoch AND l.seq = o.seq WHERE l.id = ?",
            id.toString()));
  }

  @Override
  public List<Outcome> notApplied() {
    return read(
        SqliteJournalStore::outcome, OUTCOME + "WHERE o.kind <> 'APPLIED' ORDER BY o.epoch, o.seq");
  }

  private static StoredLine line(ResultSet row) throws SQLException {
    return new StoredLine(
        row.getInt(1),
        row.getLong(2),
        UUID.fromString(row.getString(3)),
        row.getString(4),
        row.getBoolean(5),
        row.getString(6),
        row.getString(7));
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    return new Outcome(
        row.getLong(1),
        UUID.fromString(row.getString(2)),
        Outcome.Kind.valueOf(row.getString(3)),
        row.getString(4));
  }

  private static <T> Optional<T> first(List<T> rows) {
    return rows.stream().findFirst();
  }

  private <T> List<T> read(SqliteFile.RowReader<T> reader, String sql, Object... parameters) {
    try {
      return file.inTransaction(same -> same.query(reader, sql, parameters));
    } catch (SqliteFailure failed) {
      throw new JournalException("The journal could not be read. " + failed.getMessage(), failed);
    }
  }

  private void write(SqliteFile.Work<Integer> work) {
    try {
      file.inTransaction(work);
    } catch (SqliteFailure failed) {
      throw new JournalException(
          failed.isDiskFull()
              ? "This device has no space left: nothing was recorded. Free some, then do it again."
              : "Nothing was recorded. " + failed.getMessage(),
          failed);
    }
  }

  /** What a setting of this connection is; for tests. */
  String setting(String name) {
    return file.pragma(name);
  }

  @Override
  public void close() {
    file.close();
  }
}
