package io.bincard.server.reconcile;

import java.time.ZoneId;

/**
 * What a site has decided about itself.
 *
 * @param countWait how long an accepted count waits for silent devices before it settles,
 *     microseconds
 * @param leaseTime how long a device may hold work, microseconds
 */
public record SiteSettings(boolean negativeAllowed, ZoneId zone, long countWait, long leaseTime) {}
