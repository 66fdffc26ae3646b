package io.bincard.server.imports;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * What importing a file did, or would do. The counts are of rows; a row with several errors counts
 * once.
 *
 * @param kind of file, such as items
 * @param dryRun nothing was to be changed
 * @param applied the file is in the books now; never with an error or in a dry run
 * @param fresh rows the books did not have
 * @param verdicts of all rows in a dry run, otherwise of those with errors; in the order of lines
 */
@Json
public record ImportReport(
    String kind,
    boolean dryRun,
    boolean applied,
    int rows,
    int fresh,
    int changed,
    int unchanged,
    int errors,
    List<Verdict> verdicts) {
  public ImportReport {
    verdicts = List.copyOf(verdicts);
  }

  /** One line for people. */
  public String summary() {
    return "%d rows: %d new, %d changed, %d unchanged, %d with errors"
        .formatted(rows, fresh, changed, unchanged, errors);
  }
}
