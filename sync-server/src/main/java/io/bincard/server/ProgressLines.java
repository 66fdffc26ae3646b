package io.bincard.server;

import io.bincard.server.imports.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Prints a line now and then while a long file is imported; nothing for a short one. */
final class ProgressLines implements Progress {
  private static final int ROWS_BETWEEN_LINES = 10_000;

  private final PrintStream out;
  private Step step = Step.READING;
  private int last;

  ProgressLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void at(Step now, int done, int rows) {
    boolean sameStretch = now == step && done >= last;
    if (rows < ROWS_BETWEEN_LINES || (sameStretch && done < last + ROWS_BETWEEN_LINES)) {
      return;
    }
    out.printf("  %s, %d of %d rows%n", now.name().toLowerCase(Locale.ROOT), done, rows);
    step = now;
    last = done;
  }
}
