package io.bincard.server.work;

/** Who holds which work at this moment. */
@FunctionalInterface
public interface Leasing {
  Lease of(String site, String work, String device);
}
