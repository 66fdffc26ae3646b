package io.bincard.handheld.sync;

/**
 * How much and how often.
 *
 * @param pushLines at most so many lines in one push
 * @param pushBytes at most so many bytes in one push, unless one line is longer
 * @param pullRows about so many rows in one page
 * @param waitSeconds how long a pull waits at the server until there is something; 0 for asking
 *     regularly
 * @param pullEvery milliseconds between two pulls that do not wait
 * @param anchorEvery milliseconds after which an idle device with somebody at work compares clocks
 *     again, so that counts can settle
 * @param firstRetry milliseconds until the second try; doubled with each further one
 * @param lastRetry milliseconds between two tries at most
 */
public record SyncPolicy(
    int pushLines,
    long pushBytes,
    int pullRows,
    int waitSeconds,
    long pullEvery,
    long anchorEvery,
    long firstRetry,
    long lastRetry) {
  public static final SyncPolicy USUAL =
      new SyncPolicy(500, 512 * 1024, 2_000, 25, 5_000, 60_000, 1_000, 60_000);

  /** The longest time until the next try, after so many failures in a row. */
  long retryAfter(int failures) {
    int doublings = Math.min(failures - 1, 30);
    return Math.min(lastRetry, firstRetry << doublings);
  }
}
