package io.bincard.server.reconcile;

import io.bincard.model.stock.Status;
import io.bincard.model.sync.Outcome;
import io.bincard.server.db.DatabaseException;
import io.bincard.server.db.Sql;
import io.bincard.server.work.ClaimSlice;
import io.bincard.server.work.PostgresWork;
import io.bincard.server.work.WorkState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One transaction. It holds nothing but its connection, and the time it began. */
final class PostgresSession implements Store.Session {
  private final Connection connection;
  private final String site;
  private final PostgresJournal journal;
  private final long now;
  private final String incarnation;

  PostgresSession(Connection connection, String site, String incarnation) throws SQLException {
    this.incarnation = incarnation;
    this.connection = connection;
    this.site = site;
    this.journal = new PostgresJournal(connection, site);
    this.now = Sql.now(connection); // after the lock, so that decisions follow each other
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public String incarnation() {
    return incarnation;
  }

  @Override
  public JournalHead head(String device) {
    return run(() -> journal.head(device));
  }

  @Override
  public JournalHead ownHead(String device) {
    return run(() -> journal.ownHead(device, now));
  }

  @Override
  public List<JournalHead> heads() {
    return run(journal::heads);
  }

  @Override
  public JournalEnd end(String device, int epoch) {
    return run(() -> journal.end(device, epoch));
  }

  @Override
  public Map<Long, StoredOperation> operations(String device, int epoch, long fromSeq, long toSeq) {
    return run(() -> journal.operations(device, epoch, fromSeq, toSeq));
  }

  @Override
  public Map<UUID, Outcome> outcomes(Collection<UUID> ids) {
    return run(() -> journal.outcomes(ids));
  }

  @Override
  public boolean isOnFork(String device, int epoch, long seq, String hash) {
    return run(() -> journal.isOnFork(device, epoch, seq, hash));
  }

  @Override
  public References references(References.Query query) {
    return run(() -> new PostgresReferences(connection, site, journal).load(query));
  }

  @Override
  public Slice load(Closure closure) {
    return run(() -> new PostgresSlice(connection, site, closure).load());
  }

  @Override
  public void apply(Plan plan) {
    run(
        () -> {
          new PostgresPlan(connection, site, now).apply(plan);
          return Status.ACCEPTED;
        });
  }

  @Override
  public ClaimSlice claim(String work, String device, String user) {
    return run(() -> new PostgresWork(connection, site).claim(work, device, user, now));
  }

  @Override
  public @Nullable WorkState work(String work) {
    return run(() -> Optional.ofNullable(new PostgresWork(connection, site).work(work)))
        .orElse(null);
  }

  @Override
  public SettlingSlice settling() {
    return run(() -> new PostgresSettling(connection, site).load());
  }

  @FunctionalInterface
  private interface Query<T extends @Nullable Object> {
    T run() throws SQLException;
  }

  private static <T extends @Nullable Object> T run(Query<T> query) {
    try {
      return query.run();
    } catch (SQLException failure) {
      throw new DatabaseException("the database objects: " + failure.getMessage(), failure);
    }
  }
}
