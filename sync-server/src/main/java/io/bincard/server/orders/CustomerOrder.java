package io.bincard.server.orders;

import io.bincard.model.operation.Decision.OrderPlaced;
import java.util.List;

/**
 * What somebody ordered from a site.
 *
 * @param placed with the lines in the order of their numbers
 */
public record CustomerOrder(Key key, OrderPlaced placed) {

  /** Names an order. */
  public record Key(String site, String order) {
    @Override
    public String toString() {
      return order + " in " + site;
    }
  }

  public static CustomerOrder of(
      Key key, String customer, int priority, List<OrderPlaced.Line> lines) {
    return new CustomerOrder(key, new OrderPlaced(key.order(), customer, priority, lines));
  }
}
