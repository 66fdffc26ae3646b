package io.bincard.server.catalog;

/** What tells two units of an item apart. */
public enum Tracking {
  NONE,
  /** The batch they were made in. */
  LOT,
  /** Each has a number of its own. */
  SERIAL
}
