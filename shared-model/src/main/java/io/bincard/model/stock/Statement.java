package io.bincard.model.stock;

import io.bincard.model.time.Position;

/** What somebody said of a card at one moment, as opposed to a movement of its goods. */
public sealed interface Statement {
  Position at();

  Coverage coverage();

  /**
   * There were so many.
   *
   * @param operation the operation that said so
   * @param task the count task, within which people can dispute
   * @param user who counted
   * @param stated what was there, 0 or more
   * @param ruling what else decides whether it is accepted
   */
  record Count(
      Position at,
      String operation,
      String task,
      String user,
      Coverage coverage,
      Quantity stated,
      Ruling ruling)
      implements Statement {
    public Count withRuling(Ruling other) {
      return new Count(at, operation, task, user, coverage, stated, other);
    }
  }

  /** The container left with everything in it, to {@code contra}: its contents become nothing. */
  record Drain(Position at, String operation, Account contra) implements Statement {
    @Override
    public Coverage coverage() {
      return new Coverage.AcrossLots();
    }
  }

  /** A picker found less than was asked for; the fold notes what the book showed. */
  record Shortage(Position at, String operation, Coverage coverage) implements Statement {}
}
