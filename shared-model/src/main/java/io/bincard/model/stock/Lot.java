package io.bincard.model.stock;

/** The two lot codes that are no lots: lots themselves are plain batch numbers. */
public final class Lot {
  /** The item is not tracked by lot. */
  public static final String NONE = "";

  /** Stock of a lot-tracked item of which nobody stated the lot. */
  public static final String UNKNOWN = "?";

  private Lot() {}
}
