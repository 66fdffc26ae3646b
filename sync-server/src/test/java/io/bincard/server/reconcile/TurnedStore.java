package io.bincard.server.reconcile;

import io.bincard.model.sync.Outcome;
import io.bincard.server.work.ClaimSlice;
import io.bincard.server.work.WorkState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** A store that goes by another clock than its own. */
final class TurnedStore implements Store {
  private final Store store;
  private final LongSupplier clock;
  private final Map<UUID, Long> arrived = new ConcurrentHashMap<>();

  TurnedStore(Store store, LongSupplier clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public <T> T inTransaction(String site, Access access, Function<Session, T> transaction) {
    return store.inTransaction(
        site, access, session -> transaction.apply(new Turned(session, clock.getAsLong())));
  }

  private final class Turned implements Session {
    private final Session session;
    private final long now;

    Turned(Session session, long now) {
      this.session = session;
      this.now = now;
    }

    @Override
    public long now() {
      return now;
    }

    @Override
    public void apply(Plan plan) {
      plan.journal().forEach(arrival -> arrived.put(arrival.header().id(), now));
      session.apply(plan);
    }

    @Override
    public SettlingSlice settling() {
      SettlingSlice slice = session.settling();
      return new SettlingSlice(
          slice.settings(), slice.counts().stream().map(this::turned).toList(), slice.devices());
    }

    private SettlingSlice.Candidate turned(SettlingSlice.Candidate count) {
      return new SettlingSlice.Candidate(
          count.operation(),
          count.bin(),
          count.time(),
          arrived.get(count.operation()),
          count.ambiguous(),
          count.keys());
    }

    @Override
    public String incarnation() {
      return session.incarnation();
    }

    @Override
    public JournalHead head(String device) {
      return session.head(device);
    }

    @Override
    public JournalHead ownHead(String device) {
      return session.ownHead(device);
    }

    @Override
    public JournalEnd end(String device, int epoch) {
      return session.end(device, epoch);
    }

    @Override
    public Map<Long, StoredOperation> operations(
        String device, int epoch, long fromSeq, long toSeq) {
      return session.operations(device, epoch, fromSeq, toSeq);
    }

    @Override
    public Map<UUID, Outcome> outcomes(Collection<UUID> ids) {
      return session.outcomes(ids);
    }

    @Override
    public boolean isOnFork(String device, int epoch, long seq, String hash) {
      return session.isOnFork(device, epoch, seq, hash);
    }

    @Override
    public References references(References.Query query) {
      return session.references(query);
    }

    @Override
    public Slice load(Closure closure) {
      return session.load(closure);
    }

    @Override
    public ClaimSlice claim(String work, String device, String user) {
      ClaimSlice slice = session.claim(work, device, user);
      return new ClaimSlice(
          slice.work(),
          slice.claimant(),
          slice.leaseTime(),
          now,
          LocalDate.ofInstant(Instant.ofEpochMilli(now / 1_000), ZoneOffset.UTC),
          slice.needs(),
          slice.stock());
    }

    @Override
    public WorkState work(String work) {
      return session.work(work);
    }

    @Override
    public List<JournalHead> heads() {
      return session.heads();
    }
  }
}
