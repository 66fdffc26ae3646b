package io.bincard.server.reconcile;

import io.bincard.model.operation.Effect;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.LineHeader;
import io.bincard.model.sync.Outcome;
import io.bincard.model.time.Corrected;
import io.bincard.model.time.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation that takes its place in the journal now.
 *
 * @param text the exact text of its line
 * @param operation null if its body could not be understood
 * @param repeated its id is known from another place: it has no effect of its own
 */
public record Arrival(
    LineHeader header,
    String text,
    String hash,
    @Nullable Operation operation,
    Corrected time,
    Outcome outcome,
    boolean repeated) {

  /** What it does to state: nothing unless it was applied, and for the first time. */
  public List<Effect> effects() {
    return operation != null && isApplied() ? operation.effects() : List.of();
  }

  public boolean isApplied() {
    return outcome.kind() == Outcome.Kind.APPLIED && !repeated;
  }

  public Position at(int index) {
    return new Position(time.t(), header.device(), header.epoch(), header.seq(), index);
  }

  Arrival withOutcome(Outcome.Kind kind, String code) {
    Outcome other = new Outcome(header.seq(), header.id(), kind, code);
    return new Arrival(header, text, hash, operation, time, other, repeated);
  }
}
