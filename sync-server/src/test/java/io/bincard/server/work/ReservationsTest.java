package io.bincard.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord.Allocated;
import io.bincard.model.operation.ServerRecord.Allocated.Allocation;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.StockKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReservationsTest {
  private static final Allocated PATH =
      new Allocated("10", List.of(stop("A-1", 4), stop("A-2", 6)));

  @Test
  void whatIsNotYetPickedIsReserved() {
    assertThat(reserved(10)).isEqualTo(Map.of(key("A-1"), units(4), key("A-2"), units(6)));
  }

  @Test
  void whatWasPickedIsTakenToComeFromTheFirstStops() {
    assertThat(reserved(7)).isEqualTo(Map.of(key("A-1"), units(1), key("A-2"), units(6)));
    assertThat(reserved(6)).isEqualTo(Map.of(key("A-2"), units(6)));
  }

  @Test
  void moreThanAllocatedIsNotReserved() {
    assertThat(reserved(99)).isEqualTo(Map.of(key("A-1"), units(4), key("A-2"), units(6)));
  }

  @Test
  void aLineThatNeedsNothingReservesNothing() {
    assertThat(reserved(0)).isEmpty();
    assertThat(Reservations.of("HAM", List.of(PATH), Map.of())).isEmpty();
  }

  @Test
  void ordersAddUp() {
    Allocated other = new Allocated("11", List.of(stop("A-1", 2)));

    assertThat(
            Reservations.of(
                "HAM",
                List.of(PATH, other),
                Map.of(new OrderLine("10", 1), units(10), new OrderLine("11", 1), units(2))))
        .containsEntry(key("A-1"), units(6));
  }

  private static Map<StockKey, Quantity> reserved(long needed) {
    return Reservations.of(
        "HAM", List.of(PATH), Map.of(new OrderLine("10", 1), Quantity.units(needed)));
  }

  private static Allocation stop(String location, long units) {
    return new Allocation(1, location, "SKU", "L", units(units));
  }

  private static StockKey key(String location) {
    return new StockKey("HAM", Account.bin(location), "SKU", "L");
  }

  private static Quantity units(long units) {
    return Quantity.units(units);
  }
}
