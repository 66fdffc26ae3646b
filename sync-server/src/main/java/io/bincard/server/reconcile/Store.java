package io.bincard.server.reconcile;

import io.bincard.model.sync.Outcome;
import io.bincard.server.work.ClaimSlice;
import io.bincard.server.work.WorkState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the state of the sites is kept. Every implementation obeys one contract test.
 *
 * <p>Facts share a site: their transactions run beside each other and lock what they load, in one
 * order. Decisions own it: they refer to what may not have arrived yet, so nothing may arrive
 * beside them.
 */
public interface Store {
  /** How a transaction holds a site. */
  enum Access {
    SHARED,
    EXCLUSIVE
  }

  /**
   * Runs a transaction. All of it is applied, or nothing; it may be run more than once.
   *
   * @throws UnknownSiteException if there is no such site
   */
  <T> T inTransaction(String site, Access access, Function<Session, T> transaction);

  /** What a transaction can read and write of its site. */
  interface Session {
    /** Microseconds since 1970-01-01T00:00Z, by the one clock that decides. */
    long now();

    /** The identity of the data: another one after a restore. */
    String incarnation();

    /** Where a device's journal ends; locked until the end of the transaction. */
    JournalHead head(String device);

    /** The same for the server's own device, which is made known if it is not. */
    JournalHead ownHead(String device);

    /** Where an earlier epoch of a device's journal ends. */
    JournalEnd end(String device, int epoch);

    Map<Long, StoredOperation> operations(String device, int epoch, long fromSeq, long toSeq);

    Map<UUID, Outcome> outcomes(Collection<UUID> ids);

    /** Whether a line is the end, so far, of a branch that parts from a device's journal. */
    boolean isOnFork(String device, int epoch, long seq, String hash);

    References references(References.Query query);

    /** Locks and reads everything a closure names. */
    Slice load(Closure closure);

    void apply(Plan plan);

    ClaimSlice claim(String work, String device, String user);

    @Nullable WorkState work(String work);

    SettlingSlice settling();

    /** Where every journal of the site ends, for a settlement to name. */
    List<JournalHead> heads();
  }
}
