package io.bincard.handheld.scan;

import io.bincard.model.barcode.Scan;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives each scan to whoever is at work, one at a time and in the order they came. A scan that
 * comes while another is being handled waits. Whoever is at work when its turn comes gets it, so a
 * scan made after "done" does not go to the work that is done.
 *
 * <p>May be called from any thread.
 *
 * @param <R> what becomes of a scan
 */
public final class ScanRouter<R> implements ScanSource.Listener {
  private final Executor executor;
  private final BiConsumer<Scan, Handled<R>> heard;
  private final Queue<Scan> waiting = new ArrayDeque<>();
  private Function<Scan, R> atWork;
  private boolean handling;

  /** What became of a scan. */
  public sealed interface Handled<R> {
    /** The work gave an answer. */
    record Answered<R>(R reply) implements Handled<R> {}

    /** The work failed, for example because the disk is full. Nothing was recorded. */
    record Failed<R>(RuntimeException reason) implements Handled<R> {}
  }

  /**
   * A router without scans.
   *
   * @param executor runs the handling; it need not be single-threaded
   * @param idle answers while nobody is at work
   * @param heard is told what became of each scan, in order
   */
  public ScanRouter(Executor executor, Function<Scan, R> idle, BiConsumer<Scan, Handled<R>> heard) {
    this.executor = executor;
    this.atWork = idle;
    this.heard = heard;
  }

  /** From now on scans go there, also those that wait. */
  public synchronized void giveTo(Function<Scan, R> work) {
    atWork = work;
  }

  @Override
  public void scanned(Scan scan) {
    synchronized (this) {
      waiting.add(scan);
      if (handling) {
        return;
      }
      handling = true;
    }
    executor.execute(this::handleAll);
  }

  private void handleAll() {
    for (Scan scan = next(); scan != null; scan = next()) {
      tell(scan, handle(scan));
    }
  }

  private synchronized @Nullable Scan next() {
    Scan next = waiting.poll();
    handling = next != null;
    return next;
  }

  /** Whoever fails to show a reply must not keep the next scans from being handled. */
  private void tell(Scan scan, Handled<R> handled) {
    try {
      heard.accept(scan, handled);
    } catch (RuntimeException failure) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
  }

  private Handled<R> handle(Scan scan) {
    Function<Scan, R> work;
    synchronized (this) {
      work = atWork;
    }
    try {
      return new Handled.Answered<>(work.apply(scan));
    } catch (RuntimeException failure) {
      return new Handled.Failed<>(failure);
    }
  }
}
