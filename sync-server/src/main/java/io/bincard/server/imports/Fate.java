package io.bincard.server.imports;

/** What becomes of a row. */
public enum Fate {
  /** The books do not have it yet. */
  NEW,
  /** The books say something else of it. */
  CHANGED,
  /** The books say so already, or it was imported before: nothing happens. */
  UNCHANGED,
  /** It can't be used; then nothing of its file is. */
  ERROR
}
