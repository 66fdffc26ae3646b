package io.bincard.handheld.sync;

import io.bincard.model.sync.Enrolment;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.PushHeader;
import io.bincard.model.sync.ServerTime;
import io.bincard.model.sync.WorkAnswer;
import io.bincard.model.sync.WorkRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The way to one server, see docs/protocol.md. Every future ends in time: with the documented
 * answer, or with a {@link TransportException}.
 */
public interface Transport {
  CompletableFuture<Enrolment.Answer> enrol(Enrolment.Request request);

  CompletableFuture<Enrolment.TokenAnswer> token(Enrolment.TokenRequest request);

  CompletableFuture<ServerTime> time();

  /**
   * Sends a batch of the journal.
   *
   * @param lines the exact texts of the journal
   */
  CompletableFuture<PushAnswer> push(String token, PushHeader header, List<String> lines);

  /**
   * Fetches what changed.
   *
   * @param cursor where the last page ended; empty for the beginning
   * @param limit of rows, about
   * @param waitSeconds how long to wait until there is something; 0 to be answered at once
   */
  CompletableFuture<PullPage> pull(String token, String cursor, int limit, int waitSeconds);

  CompletableFuture<WorkAnswer> claim(String token, WorkRequest request);

  CompletableFuture<WorkAnswer> release(String token, WorkRequest request);
}
