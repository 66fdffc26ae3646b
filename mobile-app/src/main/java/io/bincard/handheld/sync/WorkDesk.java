package io.bincard.handheld.sync;

import io.bincard.handheld.device.DeviceClock;
import io.bincard.handheld.device.Randomness;
import io.bincard.handheld.journal.DiskReserve;
import io.bincard.handheld.journal.Identity;
import io.bincard.handheld.journal.Journal;
import io.bincard.handheld.journal.JournalException;
import io.bincard.model.sync.Enrolment;
import io.bincard.model.sync.WorkAnswer;
import io.bincard.model.sync.WorkRequest;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where work is claimed and given back. That needs a signal: what a device holds, the server must
 * know. The futures end with {@link TransportException} where there is none.
 */
public final class WorkDesk {
  private final Transport transport;
  private final Journal journal;
  private final DeviceClock clock;
  private final Randomness randomness;
  private final DiskReserve reserve;
  private volatile @Nullable String token;

  public WorkDesk(
      Transport transport,
      Journal journal,
      DeviceClock clock,
      Randomness randomness,
      DiskReserve reserve) {
    this.transport = transport;
    this.journal = journal;
    this.clock = clock;
    this.randomness = randomness;
    this.reserve = reserve;
  }

  /**
   * Claims work for somebody.
   *
   * @throws JournalException if there is too little space left to record what would be done
   */
  public CompletableFuture<WorkAnswer> claim(String work, String user) {
    if (reserve.space() == DiskReserve.Space.NONE_FOR_NEW_WORK) {
      throw new JournalException(
          "This device has almost no space left, so it takes no new work. Finish what you have,"
              + " then free some space.");
    }
    WorkRequest request = new WorkRequest(newId(), work, user, 0);
    return authorized(shown -> transport.claim(shown, request));
  }

  /**
   * Gives work back before it is done.
   *
   * @param fence of the lease
   */
  public CompletableFuture<WorkAnswer> release(String work, String user, long fence) {
    WorkRequest request = new WorkRequest(newId(), work, user, fence);
    return authorized(shown -> transport.release(shown, request));
  }

  private UUID newId() {
    return randomness.id(clock.now().wall());
  }

  // The same request twice is one request, so asking again with a new token is safe.
  private CompletableFuture<WorkAnswer> authorized(
      Function<String, CompletableFuture<WorkAnswer>> question) {
    String known = token;
    if (known == null) {
      return newToken().thenCompose(question);
    }
    return question
        .apply(known)
        .exceptionallyCompose(
            thrown -> {
              Failure.Kind kind = TransportException.failureOf(thrown).kind();
              return kind == Failure.Kind.UNAUTHORIZED
                  ? newToken().thenCompose(question)
                  : CompletableFuture.failedFuture(thrown);
            });
  }

  private CompletableFuture<String> newToken() {
    Identity self = journal.identity().orElseThrow();
    return transport
        .token(new Enrolment.TokenRequest(self.device(), self.secret()))
        .thenApply(
            answer -> {
              token = answer.token();
              return answer.token();
            });
  }
}
