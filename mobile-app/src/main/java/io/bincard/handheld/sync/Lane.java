package io.bincard.handheld.sync;

import org.jspecify.annotations.Nullable;

/**
 * One of the two things a device does at its server: pushing and pulling never wait for each other.
 *
 * @param ticket of the action that is waited for
 * @param failures in a row
 * @param problem the last of them; null if the last try went well
 */
record Lane(Phase phase, long ticket, int failures, @Nullable Failure problem) {
  /** What a lane waits for. */
  enum Phase {
    IDLE,
    WAITING_FOR_TOKEN,
    MEASURING_TIME,
    ANCHORING,
    PUSHING,
    RECORDING,
    PULLING,
    /** A pull that the server answers when there is something. */
    LISTENING,
    APPLYING,
    BACKING_OFF
  }

  static final Lane START = new Lane(Phase.IDLE, 0, 0, null);

  Lane in(Phase next, long waitedFor) {
    return new Lane(next, waitedFor, failures, problem);
  }

  Lane well() {
    return new Lane(phase, ticket, 0, null);
  }

  Lane failed(Failure failure) {
    return new Lane(phase, ticket, failures + 1, failure);
  }

  boolean rests() {
    return phase == Phase.IDLE || phase == Phase.BACKING_OFF;
  }
}
