package io.bincard.server.work;

import java.util.UUID;

/** What leases were granted. */
@FunctionalInterface
public interface Leasing {
  /**
   * The lease that a claim brought when it was made, also if it is over or lost since: a claim that
   * is asked again is answered alike.
   *
   * @param claim the id of the request
   */
  Lease grantedFor(String site, UUID claim);
}
