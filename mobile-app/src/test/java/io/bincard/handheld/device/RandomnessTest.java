package io.bincard.handheld.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RandomnessTest {
  private final Randomness randomness = new SeededRandomness(1);

  @Test
  void anIdIsVersionSevenAndTellsItsMillisecond() {
    UUID id = randomness.id(1_790_000_000_123_456L);
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(1_790_000_000_123L);
  }

  @Test
  void aFractionIsBelowOne() {
    assertThat(new Fixed(-1L).fraction()).isLessThan(1).isGreaterThan(0.999);
    assertThat(new Fixed(0L).fraction()).isZero();
  }

  private record Fixed(long bits) implements Randomness {}
}
