package io.bincard.model.stock;

/**
 * How far a count may be off the book and still be accepted without a supervisor.
 *
 * @param units the largest accepted difference in base units, either way; 0 or more
 */
public record Tolerance(Quantity units) {
  public static final Tolerance NONE = new Tolerance(Quantity.ZERO);

  boolean allows(Quantity variance) {
    return variance.magnitude() <= units.millionths();
  }
}
