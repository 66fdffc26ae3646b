package io.bincard.server.work;

/**
 * Why an intent about work is refused. The names are the codes of the outcome; where several hold,
 * the first one here is given.
 */
public enum Refusal {
  DEVICE_UNKNOWN,
  DEVICE_REVOKED,
  WORK_UNKNOWN,
  /** Nothing is left to be done. */
  WORK_DONE,
  /** Another device holds it. */
  WORK_TAKEN,
  /** The device gives back what it does not hold any more. */
  LEASE_LOST
}
