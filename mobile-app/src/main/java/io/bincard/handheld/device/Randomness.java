package io.bincard.handheld.device;

import java.util.UUID;

/** Where chance comes from: real on a device, seeded in a simulation. */
public interface Randomness {
  /** Sixty-four random bits. */
  long bits();

  /** At least 0, below 1. */
  default double fraction() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /**
   * An id that sorts by time, a UUID of version 7 (RFC 9562).
   *
   * @param wall microseconds since 1970-01-01T00:00Z
   */
  default UUID id(long wall) {
    long random = bits();
    long version7 = 0x7000L | (random & 0xFFF);
    long variant2 = 0x8000_0000_0000_0000L | (bits() >>> 2);
    return new UUID((Math.max(0, wall) / 1_000) << 16 | version7, variant2);
  }
}
