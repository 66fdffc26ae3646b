package io.bincard.handheld.work;

import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The stops of an order in the order of the way, with what is left to do at each.
 *
 * <p>An allocation covers what was not picked when it was made, and does not say when that was. So
 * what this device has picked since is found from the amounts. Whatever comes out of that, the
 * stops of a line never ask for more than the line still needs; as on the server, what it needs
 * lies at the last of its stops.
 *
 * @param stops all of them, those that are done too
 */
public record PickPath(List<PickStop> stops) {
  public PickPath {
    stops = List.copyOf(stops);
  }

  /**
   * Lays out the way.
   *
   * @param sequence where a location is on the way through the house
   * @param lines of the order, as they are now
   * @param done what this device did for the order and did not take back, oldest first: Picked,
   *     PutBack, and PickedShort where it still holds
   * @param grants how often the work was handed out: 1 means that all is picked from this
   *     allocation
   */
  static PickPath of(
      String order,
      List<Row.Allocation.Stop> allocated,
      ToIntFunction<String> sequence,
      List<Row.Line> lines,
      List<Operation> done,
      long grants) {
    Map<String, Integer> sequences =
        new HashMap<>(); // each is looked up once, not once a comparison
    allocated.forEach(stop -> sequences.computeIfAbsent(stop.location(), sequence::applyAsInt));
    List<Row.Allocation.Stop> way = new ArrayList<>(allocated);
    way.sort(
        Comparator.comparingInt(
                (Row.Allocation.Stop stop) ->
                    sequences.getOrDefault(stop.location(), Integer.MAX_VALUE))
            .thenComparing(Row.Allocation.Stop::location)
            .thenComparingInt(Row.Allocation.Stop::line));
    List<PickStop> stops = new ArrayList<>();
    for (Row.Allocation.Stop stop : way) {
      OrderLine line = new OrderLine(order, stop.line());
      stops.add(
          new PickStop(
              line, stop.location(), stop.item(), stop.lot(), stop.quantity(), stop.quantity()));
    }
    Map<OrderLine, Leg> legs = legs(stops, done);
    for (Row.Line line : lines) {
      Leg leg = legs.get(new OrderLine(order, line.line()));
      if (leg != null) {
        leg.work(needs(line), grants);
      }
    }
    return new PickPath(stops);
  }

  private static Map<OrderLine, Leg> legs(List<PickStop> stops, List<Operation> done) {
    Map<OrderLine, Leg> legs = new HashMap<>();
    for (int i = 0; i < stops.size(); i++) {
      legs.computeIfAbsent(stops.get(i).line(), line -> new Leg(stops)).indexes.add(i);
    }
    for (Operation operation : done) {
      if (operation.body() instanceof Fact.Picked pick) {
        note(legs, pick.line(), pick.location(), pick.goods(), pick.goods().quantity());
      } else if (operation.body() instanceof Fact.PutBack back) {
        note(legs, back.line(), back.location(), back.goods(), back.goods().quantity().negated());
      } else if (operation.body() instanceof Fact.PickedShort none
          && legs.containsKey(none.line())) {
        legs.get(none.line()).shorts.add(none);
      }
    }
    return legs;
  }

  private static void note(
      Map<OrderLine, Leg> legs, OrderLine line, String location, Goods goods, Quantity quantity) {
    Leg leg = legs.get(line);
    if (leg != null) {
      leg.picks.add(new Leg.Pick(location, goods.lot(), quantity));
    }
  }

  private static Quantity needs(Row.Line line) {
    return line.cancelled()
        ? Quantity.ZERO
        : line.ordered().minus(line.picked()).orZeroIfNegative();
  }

  /** The stops of one line. */
  private static final class Leg {
    private final List<PickStop> stops;
    private final List<Integer> indexes = new ArrayList<>();
    private final List<Pick> picks = new ArrayList<>();
    private final List<Fact.PickedShort> shorts = new ArrayList<>();

    private record Pick(String location, String lot, Quantity quantity) {}

    private record Place(String location, String lot) {}

    Leg(List<PickStop> stops) {
      this.stops = stops;
    }

    void work(Quantity needed, long grants) {
      Map<Place, Quantity> taken = takenSince(needed, grants);
      indexes.forEach(i -> take(i, taken, new Place(stop(i).location(), stop(i).lot())));
      for (int i : indexes) {
        for (Place place : List.copyOf(taken.keySet())) {
          if (place.location().equals(stop(i).location())) {
            take(i, taken, place); // another lot than was asked for
          }
        }
      }
      indexes.forEach(this::closeIfShort);
      Quantity tooMuch = sum().minus(needed);
      for (int i : indexes) {
        Quantity less = tooMuch.orZeroIfNegative().atMost(stop(i).left());
        stops.set(i, stop(i).withLeft(stop(i).left().minus(less)));
        tooMuch = tooMuch.minus(less);
      }
    }

    private void take(int i, Map<Place, Quantity> taken, Place place) {
      Quantity there = taken.getOrDefault(place, Quantity.ZERO);
      Quantity here = there.orZeroIfNegative().atMost(stop(i).left());
      stops.set(i, stop(i).withLeft(stop(i).left().minus(here)));
      taken.put(place, there.minus(here));
    }

    private void closeIfShort(int i) {
      PickStop stop = stop(i);
      boolean isShort =
          shorts.stream()
              .anyMatch(
                  none ->
                      none.location().equals(stop.location())
                          && (none.lot() == null || none.lot().equals(stop.lot())));
      if (isShort) {
        stops.set(i, stop.withLeft(Quantity.ZERO));
      }
    }

    /**
     * What was picked since the allocation was made: the last picks that make up the difference.
     */
    private Map<Place, Quantity> takenSince(Quantity needed, long grants) {
      Quantity since = sum().minus(needed);
      Map<Place, Quantity> taken = new HashMap<>();
      List<Pick> newestFirst = new ArrayList<>(picks);
      Collections.reverse(newestFirst);
      for (Pick pick : newestFirst) {
        if (grants <= 1 || since.isPositive()) {
          Quantity counted = grants <= 1 ? pick.quantity() : pick.quantity().atMost(since);
          taken.merge(new Place(pick.location(), pick.lot()), counted, Quantity::plus);
          since = since.minus(counted);
        }
      }
      return taken;
    }

    private Quantity sum() {
      return indexes.stream().map(i -> stop(i).left()).reduce(Quantity.ZERO, Quantity::plus);
    }

    private PickStop stop(int i) {
      return stops.get(i);
    }
  }
}
