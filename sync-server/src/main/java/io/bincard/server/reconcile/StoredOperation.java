package io.bincard.server.reconcile;

import io.bincard.model.operation.Operation;
import io.bincard.model.sync.Outcome;
import io.bincard.model.time.Corrected;
import io.bincard.model.time.Position;
import org.jspecify.annotations.Nullable;

/**
 * An operation that has its place already.
 *
 * @param operation null if its body could not be understood
 */
public record StoredOperation(
    String hash, @Nullable Operation operation, Corrected time, Outcome outcome) {

  public Position at(int index) {
    if (operation == null) {
      throw new IllegalStateException("an operation that was not understood has no effects");
    }
    return new Position(time.t(), operation.device(), operation.epoch(), operation.seq(), index);
  }
}
