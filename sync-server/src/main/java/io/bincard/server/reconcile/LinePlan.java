package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.Body;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Effect;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;
import io.bincard.model.time.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Works out the order lines. They are plain sums, so arrival has no say in them at all. */
final class LinePlan {
  private final Slice slice;
  private final SortedMap<OrderLine, Plan.LineChange> changes = new TreeMap<>();
  private final List<Plan.LineStep> steps = new ArrayList<>();

  LinePlan(List<Arrival> arrivals, Changes changes, Slice slice) {
    this.slice = slice;
    changes.all().forEach(this::step);
    for (Arrival arrival : arrivals) {
      if (arrival.isApplied() && arrival.operation() != null) {
        govern(arrival.operation().body());
      }
    }
  }

  SortedMap<OrderLine, Plan.LineChange> changes() {
    return changes;
  }

  List<Plan.LineStep> steps() {
    return List.copyOf(steps);
  }

  private void step(Change change) {
    if (change.effect() instanceof Effect.Progress progress) {
      Effect.Progress signed = change.undone() ? opposite(progress) : progress;
      steps.add(new Plan.LineStep(change.operation(), change.at(), signed));
      boolean picked = progress.stage() == Effect.Stage.PICKED;
      merge(
          progress.line(),
          new Plan.LineChange(
              progress.item(),
              null,
              picked ? signed.quantity() : Quantity.ZERO,
              picked ? Quantity.ZERO : signed.quantity(),
              null));
    }
  }

  private static Effect.Progress opposite(Effect.Progress step) {
    return new Effect.Progress(
        step.line(), step.stage(), step.item(), step.quantity().negated(), step.container());
  }

  private void govern(Body body) {
    switch (body) {
      case Decision.OrderPlaced placed ->
          placed
              .lines()
              .forEach(
                  line ->
                      order(
                          new OrderLine(placed.order(), line.line()),
                          line.item(),
                          line.quantity()));
      case Decision.OrderChanged changed ->
          order(changed.line(), itemOf(changed.line()), changed.quantity());
      case Decision.OrderCancelled cancelled when cancelled.onlyLine() != null ->
          cancel(new OrderLine(cancelled.order(), cancelled.onlyLine()));
      case Decision.OrderCancelled cancelled ->
          slice.lines().keySet().stream()
              .filter(line -> line.order().equals(cancelled.order()))
              .filter(line -> ordered(line).isPositive())
              .forEach(this::cancel);
      default -> {
        // no matter of order lines
      }
    }
  }

  private void order(OrderLine line, String item, Quantity quantity) {
    merge(line, new Plan.LineChange(item, quantity, Quantity.ZERO, Quantity.ZERO, false));
  }

  private void cancel(OrderLine line) {
    merge(line, new Plan.LineChange(itemOf(line), null, Quantity.ZERO, Quantity.ZERO, true));
  }

  /** Of the order's own lines: one that nobody ordered may be heard of only later. */
  private Quantity ordered(OrderLine line) {
    Plan.LineChange change = changes.get(line);
    StoredLine stored = slice.lines().get(line);
    if (change != null && change.ordered() != null) {
      return change.ordered();
    }
    return stored == null ? Quantity.ZERO : stored.ordered();
  }

  private String itemOf(OrderLine line) {
    Plan.LineChange change = changes.get(line);
    StoredLine stored = slice.lines().get(line);
    String before = stored == null ? "" : stored.item();
    return change != null && (change.ordered() != null || before.isEmpty())
        ? change.item()
        : before;
  }

  private void merge(OrderLine line, Plan.LineChange change) {
    changes.merge(
        line,
        change,
        (before, after) ->
            new Plan.LineChange(
                after.ordered() == null ? before.item() : after.item(),
                after.ordered() == null ? before.ordered() : after.ordered(),
                before.pickedBy().plus(after.pickedBy()),
                before.packedBy().plus(after.packedBy()),
                after.cancelled() == null ? before.cancelled() : after.cancelled()));
  }

  List<Subject> subjects() {
    Map<OrderLine, List<Subject.LineEntry>> fresh = new TreeMap<>();
    for (Plan.LineStep step : steps) {
      fresh
          .computeIfAbsent(step.progress().line(), line -> new ArrayList<>())
          .add(
              new Subject.LineEntry(
                  step.operation(),
                  step.at(),
                  step.progress().stage(),
                  step.progress().quantity()));
    }
    List<Subject> subjects = new ArrayList<>();
    changes.forEach(
        (line, change) -> subjects.add(subject(line, change, fresh.getOrDefault(line, List.of()))));
    return subjects;
  }

  private Subject.Line subject(
      OrderLine line, Plan.LineChange change, List<Subject.LineEntry> fresh) {
    StoredLine stored = slice.lines().get(line);
    StoredLine before =
        stored == null
            ? new StoredLine(
                change.item(), Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, false, List.of())
            : stored;
    List<Subject.LineEntry> entries = new ArrayList<>(before.entries());
    entries.addAll(fresh);
    return new Subject.Line(
        line,
        change.ordered() == null && !before.item().isEmpty() ? before.item() : change.item(),
        change.ordered() == null ? before.ordered() : change.ordered(),
        change.cancelled() == null ? before.cancelled() : change.cancelled(),
        before.picked().plus(change.pickedBy()),
        before.packed().plus(change.packedBy()),
        withoutVoid(entries));
  }

  private static List<Subject.LineEntry> withoutVoid(List<Subject.LineEntry> entries) {
    Map<Position, Subject.LineEntry> net = new LinkedHashMap<>();
    for (Subject.LineEntry entry : entries) {
      net.merge(
          entry.at(),
          entry,
          (one, other) ->
              new Subject.LineEntry(
                  one.operation(), one.at(), one.stage(), one.quantity().plus(other.quantity())));
    }
    return net.values().stream()
        .filter(entry -> !entry.quantity().isZero())
        .sorted(Comparator.comparing(Subject.LineEntry::at))
        .toList();
  }
}
