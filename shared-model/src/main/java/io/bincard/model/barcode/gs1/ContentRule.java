package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/** A rule on part of a value; the dictionary calls it a linter. */
@FunctionalInterface
interface ContentRule {

  /** What is wrong with the characters from {@code from} to before {@code to}; null if nothing. */
  @Nullable ReadError check(String text, int from, int to);
}
