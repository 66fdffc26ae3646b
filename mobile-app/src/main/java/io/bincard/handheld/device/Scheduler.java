package io.bincard.handheld.device;

/** Runs things in the background, now or later. */
public interface Scheduler {
  void execute(Runnable task);

  /**
   * Runs something once, later.
   *
   * @param delay milliseconds, 0 or more
   */
  void executeAfter(long delay, Runnable task);
}
