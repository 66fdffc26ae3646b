package io.bincard.handheld.replica;

import io.bincard.handheld.journal.Journal;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The operations after a head, and what they change: worked out again only when one of both did.
 */
final class PendingOperations {
  /** What was worked out. */
  record Known(List<Row.Head> heads, long revision, List<Operation> operations, Overlay overlay) {}

  private final Journal journal;
  private Known known;

  PendingOperations(Journal journal) {
    this.journal = journal;
    this.known = new Known(List.of(), -1, List.of(), Overlay.of(List.of(), id -> Optional.empty()));
  }

  synchronized Known after(List<Row.Head> heads) {
    long revision = journal.revision();
    if (known.revision() != revision || !known.heads().equals(heads)) {
      List<Operation> operations = journal.after(heads);
      known = new Known(heads, revision, operations, Overlay.of(operations, this::contained));
    }
    return known;
  }

  private Optional<Operation> contained(UUID id) {
    // Without an outcome the answer was lost on the way; the head tells that it was applied.
    boolean applied = journal.outcome(id).map(o -> o.kind() == Outcome.Kind.APPLIED).orElse(true);
    return applied ? journal.operation(id) : Optional.empty();
  }
}
