package io.bincard.handheld.device;

import io.bincard.model.operation.Clocks;

/** A clock that shows what it is told; a microsecond passes with every look. */
public final class PlayedClock implements DeviceClock {
  private String run = "run-1";
  private long monotonic;
  private long wall = 1_790_000_000_000_000L;

  @Override
  public synchronized Clocks now() {
    pass(1);
    return new Clocks(run, monotonic, wall);
  }

  /** Lets time go by. */
  public synchronized void pass(long micros) {
    monotonic += micros;
    wall += micros;
  }

  /** The device was off: the steady clock begins anew. */
  public synchronized void restart(String nextRun) {
    run = nextRun;
    monotonic = 0;
  }
}
