package io.bincard.handheld.device;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Time and threads in a test's own hands: nothing happens until it says so. */
public final class PlayedScheduler implements Scheduler {
  private record Task(long at, long order, Runnable what) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
  private long now;
  private long given;

  @Override
  public void execute(Runnable task) {
    executeAfter(0, task);
  }

  @Override
  public synchronized void executeAfter(long delay, Runnable task) {
    tasks.add(new Task(now + delay, given++, task));
  }

  /** Does all that is due now, and what follows from it. */
  public void settle() {
    pass(0);
  }

  /** Lets milliseconds go by. */
  public void pass(long millis) {
    long until = now + millis;
    for (Task task = due(until); task != null; task = due(until)) {
      task.what().run();
    }
    now = until;
  }

  private synchronized Task due(long until) {
    if (tasks.isEmpty() || tasks.peek().at() > until) {
      return null;
    }
    Task task = tasks.remove();
    now = Math.max(now, task.at());
    return task;
  }
}
