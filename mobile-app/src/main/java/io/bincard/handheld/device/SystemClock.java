package io.bincard.handheld.device;

import io.bincard.model.operation.Clocks;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The clocks of the machine.
 *
 * <p>On some platforms the steady clock stands still while the device sleeps, and nothing says so.
 * So a run ends when the wall clock and the steady clock drift apart: after a sleep, and also after
 * somebody sets the wall clock, which costs no more than another comparison with the server.
 */
public final class SystemClock implements DeviceClock {
  private static final long TOLERATED_DRIFT = 2_000_000;

  private final LongSupplier steadyNanos;
  private final long origin;
  private final Clock wallClock;
  private Clocks last;

  public SystemClock() {
    this(System::nanoTime, Clock.systemUTC());
  }

  SystemClock(LongSupplier steadyNanos, Clock wallClock) {
    this.steadyNanos = steadyNanos;
    this.origin = steadyNanos.getAsLong();
    this.wallClock = wallClock;
    this.last = read(newRun());
  }

  @Override
  public synchronized Clocks now() {
    Clocks reading = read(last.run());
    long steadily = reading.monotonic() - last.monotonic();
    long byTheWall = reading.wall() - last.wall();
    boolean sameRun = Math.abs(byTheWall - steadily) <= TOLERATED_DRIFT;
    last = sameRun ? reading : new Clocks(newRun(), reading.monotonic(), reading.wall());
    return last;
  }

  private Clocks read(String run) {
    long micros = (steadyNanos.getAsLong() - origin) / 1_000;
    long wall = ChronoUnit.MICROS.between(Instant.EPOCH, wallClock.instant());
    return new Clocks(run, micros, Math.max(0, wall));
  }

  private static String newRun() {
    return UUID.randomUUID().toString();
  }
}
