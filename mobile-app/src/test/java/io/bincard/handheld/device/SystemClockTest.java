package io.bincard.handheld.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class SystemClockTest {
  private final AtomicLong steadyNanos = new AtomicLong();
  private Instant wall = Instant.parse("2026-11-02T08:00:00Z");
  private final SystemClock clock =
      new SystemClock(
          steadyNanos::get,
          new Clock() {
            @Override
            public Instant instant() {
              return wall;
            }

            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }
          });

  private void pass(Duration steadily, Duration byTheWall) {
    steadyNanos.addAndGet(steadily.toNanos());
    wall = wall.plus(byTheWall);
  }

  @Test
  void aRunGoesOnWhileBothClocksGoOnTogether() {
    String run = clock.now().run();
    pass(Duration.ofHours(8), Duration.ofHours(8).plusSeconds(1));
    assertThat(clock.now().run()).isEqualTo(run);
  }

  @Test
  void aSleepThatStopsTheSteadyClockEndsTheRun() {
    String run = clock.now().run();
    pass(Duration.ofSeconds(1), Duration.ofMinutes(10));
    String next = clock.now().run();
    assertThat(next).isNotEqualTo(run);
    pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(clock.now().run()).isEqualTo(next);
  }

  @Test
  void theSteadyClockBeginsAtZeroWhateverTheMachineShows() {
    LongSupplier belowZero = () -> -5_000_000_000L;
    assertThat(new SystemClock(belowZero, Clock.systemUTC()).now().monotonic()).isZero();
  }

  @Test
  void theClockOnTheWallIsReadInMicroseconds() {
    wall = Instant.parse("1970-01-01T00:00:01.000002Z");
    assertThat(clock.now().wall()).isEqualTo(1_000_002);
  }
}
