package io.bincard.server.audit;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.Effect;
import io.bincard.model.operation.ServerRecord.Allocated;
import io.bincard.model.stock.Quantity;
import io.bincard.server.audit.OrderEvents.OrderEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An order, folded from nothing. */
final class FoldedOrder {
  /** A line as it is folded so far. */
  static final class Line {
    /** Null of a line that nobody ordered. */
    @Nullable String item;

    Quantity ordered = Quantity.ZERO;
    Quantity picked = Quantity.ZERO;
    Quantity packed = Quantity.ZERO;
    boolean cancelled;
    final List<Subject.LineEntry> entries = new ArrayList<>();
  }

  private final SortedMap<Integer, Line> lines = new TreeMap<>();
  private OrderEvents.@Nullable Placed placed;
  private List<Allocated.Allocation> stops = List.of();
  private boolean departed;

  private FoldedOrder() {}

  /** Folds what happened, given in canonical order. */
  static FoldedOrder of(List<OrderEvent> events) {
    FoldedOrder order = new FoldedOrder();
    events.forEach(order::fold);
    return order;
  }

  private void fold(OrderEvent event) {
    switch (event) {
      case OrderEvents.Placed again -> placed = again;
      case OrderEvents.Ordered ordered -> {
        Line line = line(ordered.line());
        line.item = ordered.item() == null ? line.item : ordered.item();
        line.ordered = ordered.quantity();
        line.cancelled = false;
      }
      case OrderEvents.Cancelled cancelled -> cancel(cancelled.only());
      case OrderEvents.Stepped step -> step(step, line(step.line()));
      case OrderEvents.AllocatedAnew allocated -> stops = allocated.record().allocations();
      case OrderEvents.Departed left -> departed = true;
    }
  }

  /** With an order its own lines are cancelled, not those that were only picked for it. */
  private void cancel(@Nullable Integer only) {
    if (only != null) {
      line(only).cancelled = true;
      return;
    }
    for (Line line : lines.values()) {
      if (line.ordered.isPositive()) {
        line.cancelled = true;
      }
    }
  }

  private static void step(OrderEvents.Stepped step, Line line) {
    if (step.stage() == Effect.Stage.PICKED) {
      line.picked = line.picked.plus(step.added());
    } else {
      line.packed = line.packed.plus(step.added());
    }
    line.entries.add(
        new Subject.LineEntry(step.operation(), step.at(), step.stage(), step.added()));
  }

  /** The line of this number; one that nothing was heard of is an empty one. */
  Line line(int number) {
    return lines.computeIfAbsent(number, any -> new Line());
  }

  SortedMap<Integer, Line> lines() {
    return lines;
  }

  /** How it was placed last; null if nobody ever placed it. */
  OrderEvents.@Nullable Placed placed() {
    return placed;
  }

  /** Where its goods are taken from. */
  List<Allocated.Allocation> stops() {
    return stops;
  }

  /** It has left once a carton of it has, and is cancelled once all its lines are. */
  String state() {
    if (departed) {
      return "DISPATCHED";
    }
    boolean cancelled = lines.values().stream().anyMatch(line -> line.cancelled);
    boolean wanted =
        lines.values().stream().anyMatch(line -> !line.cancelled && line.ordered.isPositive());
    return cancelled && !wanted ? "CANCELLED" : "OPEN";
  }
}
