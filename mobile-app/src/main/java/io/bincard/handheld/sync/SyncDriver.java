package io.bincard.handheld.sync;

import io.bincard.handheld.device.DeviceClock;
import io.bincard.handheld.device.Randomness;
import io.bincard.handheld.device.Scheduler;
import io.bincard.handheld.journal.Identity;
import io.bincard.handheld.journal.Journal;
import io.bincard.handheld.replica.ReplicaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a device and its server in step: hands events to the agent, one at a time, and has done
 * what it decides. Works on the scheduler's threads, never on a caller's. Any thread may call.
 */
public final class SyncDriver implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SyncDriver.class.getName());

  private final SyncAgent agent;
  private final Journal journal;
  private final Scheduler scheduler;
  private final Deeds deeds;

  private final Queue<Runnable> mail = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unread = new AtomicInteger();
  private final List<Consumer<SyncStatus>> watchers = new CopyOnWriteArrayList<>();
  private final List<CompletableFuture<SyncResult>> requests = new ArrayList<>();
  private volatile State state;
  private volatile boolean closed;

  /**
   * @param journal of an enrolled device
   */
  public SyncDriver(
      SyncPolicy policy,
      Journal journal,
      ReplicaStore replica,
      Transport transport,
      DeviceClock clock,
      Randomness randomness,
      Scheduler scheduler) {
    this.agent = new SyncAgent(policy);
    this.journal = journal;
    this.scheduler = scheduler;
    this.state = agent.start();
    Deeds.Outlet outlet =
        new Deeds.Outlet() {
          @Override
          public void post(Event event) {
            SyncDriver.this.post(event);
          }

          @Override
          public void finished(@Nullable Failure problem) {
            endRequests(problem);
          }
        };
    this.deeds = new Deeds(journal, replica, transport, clock, randomness, scheduler, outlet);
  }

  /** Begins to send and to fetch, and goes on until closed. */
  public void start() {
    journal.onAppend(line -> post(new Event.Journaled(journal.outbox())));
    String incarnation = journal.identity().map(Identity::incarnation).orElseThrow();
    post(new Event.Started(journal.outbox(), incarnation));
  }

  /** There is a signal again: whatever failed is tried at once. */
  public void connected() {
    post(new Event.Connected());
  }

  /** Ends when all that is in the journal now is sent and what follows from it fetched, or not. */
  public CompletableFuture<SyncResult> syncNow() {
    CompletableFuture<SyncResult> request = new CompletableFuture<>();
    put(
        () -> {
          requests.add(request);
          take(new Event.SyncRequested(journal.outbox()));
        });
    return request;
  }

  /** What the person who holds the device should know. */
  public SyncStatus status() {
    State now = state;
    boolean sending = now.push().phase() == Lane.Phase.PUSHING;
    return new SyncStatus(journal.outbox().unsent(), sending, now.problem());
  }

  /** Calls somebody after each step, who is to be quick. */
  public void onStep(Consumer<SyncStatus> watcher) {
    watchers.add(watcher);
  }

  /** Stops. What was asked of the server may still happen there. */
  @Override
  public void close() {
    closed = true;
    deeds.cancelAll();
    put(() -> endRequests(switchedOff()));
  }

  private static Failure switchedOff() {
    return Failure.of(Failure.Kind.DEVICE, "The handheld was switched off.");
  }

  private void post(Event event) {
    put(() -> take(event));
  }

  private void put(Runnable task) {
    mail.add(task);
    if (unread.getAndIncrement() == 0) {
      scheduler.execute(this::readMail);
    }
  }

  private void readMail() {
    do {
      Runnable task = mail.remove();
      try {
        task.run();
      } catch (RuntimeException unforeseen) {
        // The next event finds the state as it was before this one, and timers go on.
        LOG.log(System.Logger.Level.ERROR, "Something could not be done.", unforeseen);
      }
    } while (unread.decrementAndGet() > 0);
  }

  private void take(Event event) {
    if (closed) {
      endRequests(switchedOff());
      return;
    }
    Step step = agent.step(state, event);
    state = step.state();
    step.actions().forEach(action -> action.accept(deeds));
    if (!watchers.isEmpty()) {
      SyncStatus status = status();
      watchers.forEach(watcher -> watcher.accept(status));
    }
  }

  private void endRequests(@Nullable Failure problem) {
    List<CompletableFuture<SyncResult>> ended = List.copyOf(requests);
    requests.clear();
    ended.forEach(request -> request.complete(new SyncResult(problem)));
  }
}
