package io.bincard.server.work;

import io.bincard.model.operation.ServerRecord.Allocated.Allocation;
import io.bincard.model.stock.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides from which bins an order is picked: first what expires first, then what comes first on
 * the way. Blocked and expired lots are left out; a line that can't be covered gets what there is.
 *
 * <p>What may be promised of an item in a bin is taken over its lots together
 * (docs/architecture.md, "Work"): where the lots of a bin do not add up, a lot alone would promise
 * too much.
 */
public final class Allocator {
  private static final Comparator<LotInBin> ON_THE_WAY =
      Comparator.<LotInBin>comparingInt(stock -> stock.bin().sequence())
          .thenComparing(stock -> stock.bin().location())
          .thenComparing(LotInBin::item)
          .thenComparing(LotInBin::lot);
  private static final Comparator<@Nullable LocalDate> NEVER_LAST =
      Comparator.nullsLast(Comparator.<LocalDate>naturalOrder());
  private static final Comparator<LotInBin> FIRST_EXPIRY_FIRST =
      Comparator.comparing(LotInBin::expiry, NEVER_LAST).thenComparing(ON_THE_WAY);

  private Allocator() {}

  /**
   * Allocates for one order; the result is in the order of the way.
   *
   * @param needs at most one a line
   * @param stock all lots of the items in all bins, at most one row a bin, item and lot; the order
   *     of the rows does not matter
   * @param today in the zone of the site: a lot is good through its expiry day
   */
  public static List<Allocation> allocate(List<Need> needs, List<LotInBin> stock, LocalDate today) {
    Promises promises = new Promises(stock, today);
    List<LotInBin> usable =
        stock.stream()
            .filter(lot -> lot.bin().isForPicking() && lot.isUsable(today))
            .sorted(FIRST_EXPIRY_FIRST)
            .toList();
    List<Stop> stops = new ArrayList<>();
    for (Need need : needs.stream().sorted(Comparator.comparingInt(Need::line)).toList()) {
      Quantity missing = need.quantity();
      for (LotInBin lot : usable) {
        if (lot.item().equals(need.item()) && missing.isPositive()) {
          Quantity taken = promises.take(lot, missing);
          missing = missing.minus(taken);
          if (taken.isPositive()) {
            stops.add(new Stop(need.line(), lot, taken));
          }
        }
      }
    }
    stops.sort(Comparator.comparing(Stop::lot, ON_THE_WAY).thenComparingInt(Stop::line));
    return stops.stream().map(Stop::toAllocation).toList();
  }

  private record Stop(int line, LotInBin lot, Quantity quantity) {
    Allocation toAllocation() {
      return new Allocation(line, lot.bin().location(), lot.item(), lot.lot(), quantity);
    }
  }

  private record ItemInBin(String location, String item) {
    static ItemInBin of(LotInBin lot) {
      return new ItemInBin(lot.bin().location(), lot.item());
    }
  }

  /** What can still be promised: of each lot, and of the lots of a bin together. */
  private static final class Promises {
    private final Map<LotInBin, Quantity> ofLot = new HashMap<>();
    private final Map<ItemInBin, Quantity> ofBin = new HashMap<>();

    Promises(List<LotInBin> stock, LocalDate today) {
      for (LotInBin lot : stock) {
        Quantity free = lot.balance().minus(lot.reserved());
        ofLot.put(lot, free);
        // What lies there but may not be used fills no gap; what is missing there is missing.
        Quantity counts = lot.isUsable(today) || free.isNegative() ? free : Quantity.ZERO;
        ofBin.merge(ItemInBin.of(lot), counts, Quantity::plus);
      }
    }

    Quantity take(LotInBin lot, Quantity wanted) {
      ItemInBin bin = ItemInBin.of(lot);
      Quantity ofThisLot = ofLot.getOrDefault(lot, Quantity.ZERO);
      Quantity ofThisBin = ofBin.getOrDefault(bin, Quantity.ZERO);
      Quantity taken = wanted.atMost(ofThisLot).atMost(ofThisBin).orZeroIfNegative();
      ofLot.put(lot, ofThisLot.minus(taken));
      ofBin.put(bin, ofThisBin.minus(taken));
      return taken;
    }
  }
}
