package io.bincard.handheld.sync;

import io.bincard.handheld.device.DeviceClock;
import io.bincard.handheld.device.Randomness;
import io.bincard.handheld.device.Scheduler;
import io.bincard.handheld.journal.Batch;
import io.bincard.handheld.journal.Extent;
import io.bincard.handheld.journal.Identity;
import io.bincard.handheld.journal.Journal;
import io.bincard.handheld.journal.StoredLine;
import io.bincard.handheld.replica.OwnHeads;
import io.bincard.handheld.replica.ReplicaStore;
import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Fact;
import io.bincard.model.sync.Enrolment;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.ServerTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does what the agent wants done, and tells how it ended. */
final class Deeds implements Action.Visitor<Boolean> {
  private static final System.Logger LOG = System.getLogger(Deeds.class.getName());

  /** Where news go. */
  interface Outlet {
    void post(Event event);

    void finished(@Nullable Failure problem);
  }

  private final Journal journal;
  private final ReplicaStore replica;
  private final Transport transport;
  private final DeviceClock clock;
  private final Randomness randomness;
  private final Scheduler scheduler;
  private final Outlet outlet;
  private final Map<Long, CompletableFuture<PullPage>> pulls = new ConcurrentHashMap<>();

  Deeds(
      Journal journal,
      ReplicaStore replica,
      Transport transport,
      DeviceClock clock,
      Randomness randomness,
      Scheduler scheduler,
      Outlet outlet) {
    this.journal = journal;
    this.replica = replica;
    this.transport = transport;
    this.clock = clock;
    this.randomness = randomness;
    this.scheduler = scheduler;
    this.outlet = outlet;
  }

  /** Does one thing. That it failed, for example for want of space, is news like any other. */
  void perform(Action action) {
    attempt(action.ticket(), () -> action.accept(this));
  }

  @Override
  public Boolean askToken(Action.AskToken action) {
    Identity self = identity();
    return onceAnswered(
        action.ticket(),
        transport.token(new Enrolment.TokenRequest(self.device(), self.secret())),
        answer -> outlet.post(new Event.TokenGranted(action.ticket(), answer.token())));
  }

  @Override
  public Boolean measureTime(Action.MeasureTime action) {
    Clocks before = clock.now();
    return onceAnswered(
        action.ticket(), transport.time(), answer -> measured(action.ticket(), before, answer));
  }

  private void measured(long ticket, Clocks before, ServerTime answer) {
    Clocks after = clock.now();
    if (!after.run().equals(before.run())) {
      String detail = "The device's clock started anew while it was compared.";
      fail(ticket, Failure.of(Failure.Kind.DEVICE, detail));
      return;
    }
    long roundTrip = after.monotonic() - before.monotonic();
    // Rounded up: the halves of an odd round trip are not equal.
    long uncertainty = (roundTrip + 1) / 2;
    Fact.TimeAnchored anchor =
        new Fact.TimeAnchored(before.monotonic() + roundTrip / 2, answer.serverTime(), uncertainty);
    outlet.post(new Event.TimeMeasured(ticket, after.run(), anchor));
  }

  @Override
  public Boolean anchor(Action.Anchor action) {
    journal.anchor(action.run(), action.anchor());
    outlet.post(new Event.Anchored(action.ticket(), journal.outbox()));
    return true;
  }

  @Override
  public Boolean push(Action.Push action) {
    Optional<Batch> next = journal.nextBatch(action.lines(), action.bytes());
    if (next.isEmpty()) {
      fail(action.ticket(), Failure.of(Failure.Kind.DEVICE, "There is nothing to send."));
      return false;
    }
    Batch batch = next.get();
    List<String> texts = batch.lines().stream().map(StoredLine::text).toList();
    return onceAnswered(
        action.ticket(),
        transport.push(action.token(), batch.header(), texts),
        answer -> answered(action.ticket(), batch, answer),
        failure -> outlet.post(new Event.Failed(action.ticket(), failure, texts.size())));
  }

  private void answered(long ticket, Batch batch, PushAnswer answer) {
    Extent extent =
        journal.extents().stream()
            .filter(written -> written.epoch() == batch.epoch())
            .findFirst()
            .orElseThrow();
    outlet.post(new Event.PushAnswered(ticket, batch, extent, answer));
  }

  @Override
  public Boolean writeDown(Action.WriteDown action) {
    // Before the answer is written down: nothing more is to be appended to the old epoch, and if
    // this fails, the same lines are sent and answered again.
    diverge(action.divergence());
    journal.acknowledge(action.incarnation(), action.epoch(), action.through(), action.outcomes());
    outlet.post(new Event.Recorded(action.ticket(), journal.outbox()));
    return true;
  }

  @Override
  public Boolean pull(Action.Pull action) {
    String since = replica.cursor();
    CompletableFuture<PullPage> page =
        transport.pull(action.token(), since, action.rows(), action.waitSeconds());
    pulls.put(action.ticket(), page);
    return onceAnswered(
        action.ticket(),
        page.whenComplete((given, thrown) -> pulls.remove(action.ticket())),
        given -> outlet.post(new Event.PullAnswered(action.ticket(), since, given)));
  }

  @Override
  public Boolean cancel(Action.Cancel action) {
    CompletableFuture<PullPage> page = pulls.get(action.ticket());
    return page != null && page.cancel(true);
  }

  void cancelAll() {
    pulls.values().forEach(page -> page.cancel(true));
  }

  @Override
  public Boolean apply(Action.Apply action) {
    PullPage page = action.page();
    ReplicaStore.Applied applied = replica.apply(action.since(), page);
    // If this fails, the heads are still in the replica: it is found again with the next page.
    Divergence divergence = Divergence.seenIn(OwnHeads.in(replica, journal), journal);
    boolean otherData = !identity().incarnation().equals(page.incarnation());
    journal.serverIs(page.incarnation());
    diverge(divergence);
    if (otherData || divergence != null) {
      outlet.post(new Event.Journaled(journal.outbox()));
    }
    outlet.post(new Event.Applied(action.ticket(), applied, page.more()));
    return true;
  }

  private void diverge(@Nullable Divergence divergence) {
    if (divergence != null) {
      journal.openEpochAfter(divergence.epoch(), divergence.loss());
    }
  }

  @Override
  public Boolean wake(Action.Wake action) {
    long ticket = action.ticket();
    long delay = action.atMost() - (long) (randomness.fraction() * action.atMost() / 2);
    scheduler.executeAfter(
        delay, () -> attempt(ticket, () -> outlet.post(new Event.Woke(ticket, journal.outbox()))));
    return true;
  }

  @Override
  public Boolean finish(Action.Finish action) {
    outlet.finished(action.problem());
    return true;
  }

  private <T> boolean onceAnswered(long ticket, CompletableFuture<T> answer, Consumer<T> reaction) {
    return onceAnswered(ticket, answer, reaction, failure -> fail(ticket, failure));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // both reactions only pass the news on
  private <T> boolean onceAnswered(
      long ticket, CompletableFuture<T> answer, Consumer<T> reaction, Consumer<Failure> otherwise) {
    answer.whenComplete(
        (given, thrown) -> {
          if (thrown == null) {
            attempt(ticket, () -> reaction.accept(given));
          } else {
            otherwise.accept(TransportException.failureOf(thrown));
          }
        });
    return true;
  }

  private void attempt(long ticket, Runnable something) {
    try {
      something.run();
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "This device could not do its part.", failed);
      fail(ticket, Failure.of(Failure.Kind.DEVICE, String.valueOf(failed.getMessage())));
    }
  }

  private void fail(long ticket, Failure failure) {
    outlet.post(new Event.Failed(ticket, failure, 0));
  }

  private Identity identity() {
    return journal.identity().orElseThrow();
  }
}
