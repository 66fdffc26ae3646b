package io.bincard.server.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Names an operation after what it says, so that importing the same thing again is the same
 * operation. A UUID of version 8 (RFC 9562) made from a SHA-256.
 */
final class OperationId {
  private OperationId() {}

  /** The id for these parts; none of them contains a control character. */
  static UUID of(String... parts) {
    byte[] name = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
    ByteBuffer hash = ByteBuffer.wrap(Source.sha256(name));
    long high = (hash.getLong() & ~0xF000L) | 0x8000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
