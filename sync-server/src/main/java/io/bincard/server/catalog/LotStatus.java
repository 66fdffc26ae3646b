package io.bincard.server.catalog;

/** What may be done with a lot. Whether it is expired follows from its expiry and the day. */
public enum LotStatus {
  AVAILABLE,
  /** Nobody may ship it for now. */
  HELD,
  /** Nobody may ship it, and what was shipped is called back. */
  RECALLED
}
