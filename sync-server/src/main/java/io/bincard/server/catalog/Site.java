package io.bincard.server.catalog;

import java.time.Duration;

/**
 * A warehouse or a store.
 *
 * @param zone an IANA time zone
 * @param companyPrefix the GS1 company prefix its cartons are numbered with; may be empty
 * @param negativeStockAllowed whether a balance below zero is no discrepancy here
 * @param countWait how long an accepted count waits for silent devices before it settles
 * @param leaseTime how long a device holds claimed work
 * @param clockLimit the uncertainty of time above which a clock is not trusted
 */
public record Site(
    String site,
    String name,
    String zone,
    String companyPrefix,
    boolean negativeStockAllowed,
    Duration countWait,
    Duration leaseTime,
    Duration clockLimit) {

  /** A site of which no more is known yet, with the usual limits. */
  public static Site named(String site) {
    return new Site(
        site, "", "", "", false, Duration.ofHours(4), Duration.ofHours(4), Duration.ofMinutes(1));
  }
}
