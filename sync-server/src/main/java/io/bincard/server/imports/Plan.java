package io.bincard.server.imports;

import java.util.List;

/**
 * What a file would do to the books: made by looking, then carried out or not.
 *
 * @param rows how many the file has
 * @param verdicts in the order of lines; a row has one, or one an error
 * @param changes what there is to do; nothing if there is an error
 */
record Plan<R>(int rows, List<Verdict> verdicts, List<Change<R>> changes) {
  Plan {
    verdicts = List.copyOf(verdicts);
    changes = List.copyOf(changes);
  }

  /** Of a file whose rows could not even be told apart. */
  static <R> Plan<R> unreadable(List<Finding> findings) {
    return new Plan<>(
        0,
        findings.stream()
            .map(wrong -> new Verdict(wrong.line(), Fate.ERROR, "", wrong.field(), wrong.message()))
            .toList(),
        List.of());
  }

  boolean isGood() {
    return verdicts.stream().noneMatch(verdict -> verdict.fate() == Fate.ERROR);
  }

  ImportReport report(String kind, boolean dryRun) {
    boolean applied = !dryRun && isGood();
    return new ImportReport(
        kind,
        dryRun,
        applied,
        rows,
        count(Fate.NEW),
        count(Fate.CHANGED),
        count(Fate.UNCHANGED),
        count(Fate.ERROR),
        dryRun ? verdicts : errors());
  }

  private List<Verdict> errors() {
    return verdicts.stream().filter(verdict -> verdict.fate() == Fate.ERROR).toList();
  }

  private int count(Fate fate) {
    return (int)
        verdicts.stream()
            .filter(verdict -> verdict.fate() == fate)
            .mapToInt(Verdict::line)
            .distinct()
            .count();
  }
}
