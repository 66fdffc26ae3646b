package io.bincard.handheld.sync;

import io.bincard.handheld.device.DeviceClock;
import io.bincard.handheld.device.Randomness;
import io.bincard.handheld.device.Scheduler;
import io.bincard.handheld.journal.Journal;
import io.bincard.handheld.journal.Outbox;
import io.bincard.handheld.replica.ReplicaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
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
    journal.onAppend(line -> put(() -> take(new Event.Journaled(journal.outbox()))));
    post(new Event.Started(journal.outbox()));
  }

  /** There is a signal again: whatever failed is tried at once. */
  public void connected() {
    post(new Event.Connected());
  }

  /** Ends when all that is in the journal now is sent and what follows from it fetched, or not. */
  public CompletableFuture<SyncResult> syncNow() {
    CompletableFuture<SyncResult> request = new CompletableFuture<>();
    put(() -> sync(request));
    return request;
  }

  private void sync(CompletableFuture<SyncResult> request) {
    Outbox outbox;
    try {
      outbox = journal.outbox();
    } catch (RuntimeException unreadable) {
      String why = String.valueOf(unreadable.getMessage());
      request.complete(new SyncResult(Failure.of(Failure.Kind.DEVICE, why)));
      return;
    }
    requests.add(request);
    take(new Event.SyncRequested(outbox));
  }

  /** What the person who holds the device should know. */
  public SyncStatus status() {
    State now = state;
    boolean sending = now.push().phase() == Lane.Phase.PUSHING;
    return new SyncStatus(journal.outbox().unsent(), sending, now.problem());
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
        // An action that fails is an event, so this was before the state changed.
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
    step.actions().forEach(deeds::perform);
  }

  private void endRequests(@Nullable Failure problem) {
    List<CompletableFuture<SyncResult>> ended = List.copyOf(requests);
    requests.clear();
    ended.forEach(request -> request.complete(new SyncResult(problem)));
  }
}
