package io.bincard.server.imports;

import io.avaje.jsonb.Json;
import io.bincard.server.imports.Progress.Step;
import org.jspecify.annotations.Nullable;

/**
 * One line of the answer to somebody who follows an import: how far it is or, at the end, the
 * report of a file. An answer that ends without a report was cut off.
 */
@Json
public record ImportEvent(@Nullable Sign progress, @Nullable ImportReport report) {

  /**
   * How far it is.
   *
   * @param rows how many the file has; 0 as long as nobody knows
   */
  @Json
  public record Sign(Step step, int done, int rows) {}

  public static ImportEvent of(Step step, int done, int rows) {
    return new ImportEvent(new Sign(step, done, rows), null);
  }

  public static ImportEvent of(ImportReport report) {
    return new ImportEvent(null, report);
  }
}
