package io.bincard.model.time;

/**
 * One comparison of a device's steady clock with the server's, measured as NTP does.
 *
 * @param run one uninterrupted life of the device's steady clock
 * @param monotonic that clock at the middle of the exchange, microseconds
 * @param serverTime the server's time at that moment, microseconds since 1970-01-01T00:00Z
 * @param uncertainty half the round trip, microseconds, 0 or more
 */
public record Anchor(String run, long monotonic, long serverTime, long uncertainty) {
  /** What the server's clock showed when this run's clock showed that. */
  long serverTimeAt(long monotonicThen) {
    return serverTime - (monotonic - monotonicThen);
  }
}
