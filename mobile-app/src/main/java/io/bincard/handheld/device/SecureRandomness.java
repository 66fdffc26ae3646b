package io.bincard.handheld.device;

import java.security.SecureRandom;

/** Chance that nobody can guess. */
public final class SecureRandomness implements Randomness {
  private final SecureRandom random = new SecureRandom();

  @Override
  public long bits() {
    return random.nextLong();
  }
}
