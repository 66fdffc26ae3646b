package io.bincard.model.stock;

/**
 * What the fold found at one statement for one lot.
 *
 * @param expected the running balance just before the statement
 * @param posted what the statement added to it, against ADJUSTMENT or where a drain went
 */
public record Reading(String lot, Quantity expected, Quantity posted, Status status) {
  public Quantity after() {
    return expected.plus(posted);
  }
}
