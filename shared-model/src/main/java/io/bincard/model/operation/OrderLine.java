package io.bincard.model.operation;

import io.avaje.jsonb.Json;

/**
 * Names one line of one order.
 *
 * @param line from 1
 */
@Json
public record OrderLine(String order, int line) implements Comparable<OrderLine> {
  @Override
  public int compareTo(OrderLine other) {
    int byOrder = order.compareTo(other.order);
    return byOrder == 0 ? Integer.compare(line, other.line) : byOrder;
  }

  @Override
  public String toString() {
    return order + "/" + line;
  }
}
