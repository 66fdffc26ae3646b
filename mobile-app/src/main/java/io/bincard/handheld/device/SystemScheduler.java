package io.bincard.handheld.device;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Background threads of this process; they do not keep it alive. Many handhelds can share them. */
public final class SystemScheduler implements Scheduler, AutoCloseable {
  private final ScheduledThreadPoolExecutor threads;

  public SystemScheduler(int size) {
    threads =
        new ScheduledThreadPoolExecutor(
            size,
            task -> {
              Thread thread = new Thread(task, "handheld");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void execute(Runnable task) {
    executeAfter(0, task);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // whoever gives a task watches over it himself
  public void executeAfter(long delay, Runnable task) {
    try {
      threads.schedule(task, delay, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // Whoever closed this wants nothing done any more.
      return;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
