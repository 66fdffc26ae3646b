package io.bincard.model.stock;

/** What became of a statement on one lot. Re-evaluated with every batch until the count settles. */
public enum Status {
  /** Posted: the book now says what was counted. */
  ACCEPTED,
  /** The variance is above the tolerance and nobody has decided. */
  OUT_OF_TOLERANCE,
  /** A supervisor rejected it. */
  REJECTED,
  /** Another person counted something else in the same task. */
  DISPUTED,
  /** Two others agreed on something else in the same task. */
  OUTVOTED,
  /** A shortage: noted, never posted. */
  NOTED;

  public boolean isPosted() {
    return this == ACCEPTED;
  }
}
