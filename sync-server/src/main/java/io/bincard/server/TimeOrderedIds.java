package io.bincard.server;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** Ids that sort by the time they were made: UUIDs of version 7, RFC 9562. */
final class TimeOrderedIds implements Supplier<UUID> {
  private static final long VERSION_7 = 0x7000;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final SecureRandom random = new SecureRandom();

  @Override
  public UUID get() {
    long head = System.currentTimeMillis() << 16 | VERSION_7 | random.nextInt(1 << 12);
    return new UUID(head, VARIANT | random.nextLong() >>> 2);
  }
}
