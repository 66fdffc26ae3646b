package io.bincard.server.imports;

/** Is told how far an import is. */
@FunctionalInterface
public interface Progress {
  Progress NOBODY = (step, done, rows) -> {};

  void at(Step step, int done, int rows);

  /** What an import does, one after the other. */
  enum Step {
    READING,
    CHECKING,
    WRITING
  }
}
