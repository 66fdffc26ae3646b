package io.bincard.handheld.replica;

import io.bincard.model.sync.Row;
import java.util.List;
import java.util.Optional;

/** One state of the rows that were pulled. */
public interface Base {
  <R extends Row> Optional<R> row(RowType<R> type, Object... key);

  /** All rows whose key starts with these parts. */
  <R extends Row> List<R> rows(RowType<R> type, Object... keyStart);

  /** All rows that are about this. */
  <R extends Row> List<R> rowsAbout(RowType<R> type, String about);
}
