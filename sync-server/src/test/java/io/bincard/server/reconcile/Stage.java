package io.bincard.server.reconcile;

import io.bincard.server.work.Bin;

/** Where worlds are played: a store whose clock is turned by hand, and its books. */
interface Stage {
  Store store();

  void turnTo(long now);

  /** Makes a site for a world; what it is called. */
  String found(World world);

  /** Makes a bin that goods can be allocated from. */
  void build(String site, Bin bin);

  Books books(String site);

  /**
   * Devices are unique in a store, so the site is part of their names; the order stays the same.
   */
  static String device(String site, String device) {
    return device + " " + site;
  }
}
