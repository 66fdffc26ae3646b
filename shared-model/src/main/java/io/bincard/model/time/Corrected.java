package io.bincard.model.time;

/**
 * When an operation happened, as well as can be known. Frozen when the server first sees it.
 *
 * @param t microseconds since 1970-01-01T00:00Z
 * @param uncertainty how far off t may be, microseconds; {@link #UNKNOWN} if nothing bounds it
 */
public record Corrected(long t, long uncertainty) {
  /** No anchor on one of the two sides: the time is the wall clock's, and may be anything. */
  public static final long UNKNOWN = 100L * 365 * 24 * 3600 * 1_000_000;

  /** Not before that; it may as well have been where it was found to be. */
  Corrected raisedTo(long earliest) {
    long raised = Math.max(0, earliest - t);
    return new Corrected(earliest, Math.min(UNKNOWN, uncertainty + Math.min(UNKNOWN, raised)));
  }
}
