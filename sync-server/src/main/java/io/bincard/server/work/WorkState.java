package io.bincard.server.work;

/**
 * A piece of work, as far as claiming it goes.
 *
 * @param order of a pick list; empty otherwise
 * @param device who holds it; empty if nobody does
 * @param holderRevoked whether that device was revoked, so that its lease is worth nothing
 * @param fence of the last grant; 0 before the first
 * @param expires of that grant, microseconds since 1970-01-01T00:00Z
 */
public record WorkState(
    String work,
    Kind kind,
    String order,
    State state,
    String device,
    boolean holderRevoked,
    long fence,
    long expires) {
  /** What is to be done. */
  public enum Kind {
    PICK,
    COUNT,
    RECEIVE
  }

  /** How far it is. */
  public enum State {
    OPEN,
    CLAIMED,
    DONE
  }

  boolean isHeldBy(String claimant) {
    return state == State.CLAIMED && device.equals(claimant);
  }

  /** Whether its lease still counts. It is over as soon as {@code expires} is reached. */
  boolean isLeased(long now) {
    return state == State.CLAIMED && !holderRevoked && now < expires;
  }
}
