package io.bincard.server.work;

import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord.Allocated;
import io.bincard.model.operation.ServerRecord.Allocated.Allocation;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.StockKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is promised of each stock: of each allocation what is not yet picked, capped by what its
 * line still needs. Who picks follows the path, so what a line still needs lies at the last of its
 * stops.
 */
public final class Reservations {
  private Reservations() {}

  /**
   * Reserved quantities, above zero.
   *
   * @param allocated the last allocation of each open order
   * @param needed what each line still needs; a line that is not named needs nothing
   */
  public static Map<StockKey, Quantity> of(
      String site, List<Allocated> allocated, Map<OrderLine, Quantity> needed) {
    Map<StockKey, Quantity> reserved = new HashMap<>();
    Map<OrderLine, Quantity> left = new HashMap<>(needed);
    for (Allocated order : allocated) {
      for (int i = order.allocations().size() - 1; i >= 0; i--) {
        Allocation stop = order.allocations().get(i);
        OrderLine line = new OrderLine(order.order(), stop.line());
        Quantity lineNeeds = left.getOrDefault(line, Quantity.ZERO);
        Quantity held = stop.quantity().atMost(lineNeeds).orZeroIfNegative();
        if (held.isPositive()) {
          left.put(line, lineNeeds.minus(held));
          StockKey key = new StockKey(site, Account.bin(stop.location()), stop.item(), stop.lot());
          reserved.merge(key, held, Quantity::plus);
        }
      }
    }
    return reserved;
  }
}
