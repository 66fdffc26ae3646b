package io.bincard.handheld.work;

/** Why a picker could not take what the line asks for. */
public enum ShortReason {
  /** The bin is empty, or holds less. */
  NOT_THERE,
  /** What is there can't be sold. */
  DAMAGED,
  /** Somebody or something is in the way. */
  OUT_OF_REACH
}
