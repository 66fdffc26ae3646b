package io.bincard.server.imports;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rows of a file want of one entry of the books.
 *
 * @param site whose books it is in; empty if it is the whole company's
 * @param rows those that say it, at least one
 * @param before what the books say; null if they have no such entry
 * @param after what the file says
 */
record Change<R>(String site, List<SheetRow> rows, @Nullable R before, R after) {
  Change {
    rows = List.copyOf(rows);
  }

  /** Whether something is there already, and this part of it is to be another. */
  boolean alters(Function<R, ?> part) {
    return before != null && !Objects.equals(part.apply(before), part.apply(after));
  }

  boolean isGood() {
    return rows.stream().allMatch(SheetRow::isGood);
  }

  void reject(String field, String message) {
    rows.get(0).reject(field, message);
  }
}
