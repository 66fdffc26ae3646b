package io.bincard.handheld.device;

import java.util.SplittableRandom;

/** Chance that is the same every time. */
public final class SeededRandomness implements Randomness {
  private final SplittableRandom random;

  public SeededRandomness(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public synchronized long bits() {
    return random.nextLong();
  }
}
