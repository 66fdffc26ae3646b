package io.bincard.server.audit;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Effect;
import io.bincard.model.operation.Intent;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.ServerRecord;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Ruling;
import io.bincard.model.time.Position;
import java.util.List;
import java.util.UUID;

/** Takes down what the operations of the journals say, each thing where it belongs. */
final class Transcript {
  private final WorkingPapers papers;

  Transcript(WorkingPapers papers) {
    this.papers = papers;
  }

  /** Takes down one operation that was applied. */
  void take(Found.Operation row, Operation operation) {
    List<Effect> effects = operation.effects();
    for (int i = 0; i < effects.size(); i++) {
      take(row.id(), row.at(i), operation.user(), effects.get(i));
    }
    take(row.id(), row.at(0), operation.body());
  }

  private void take(UUID id, Position at, String user, Effect effect) {
    switch (effect) {
      case Effect.Move move -> {
        Quantity quantity = move.quantity();
        String item = move.item();
        String lot = move.lot();
        papers.notes.add(new Notes.Side(id, at, move.from(), item, lot, quantity.negated()));
        papers.notes.add(new Notes.Side(id, at, move.to(), item, lot, quantity));
      }
      case Effect.Progress step ->
          papers.notes.add(new Notes.Step(id, at, step.line(), step.stage(), step.quantity()));
      case Effect.Counted count ->
          papers.notes.add(
              new Notes.Said(
                  id,
                  at,
                  count.bin(),
                  count.item(),
                  count.lot(),
                  count.task(),
                  user,
                  count.quantity(),
                  count.approved()
                      ? new Notes.Verdict(Ruling.Decision.APPROVED, null)
                      : Notes.Verdict.NONE));
      case Effect.FoundShort found ->
          papers.notes.add(
              new Notes.Said(
                  id,
                  at,
                  found.bin(),
                  found.item(),
                  found.lot(),
                  "",
                  user,
                  null,
                  Notes.Verdict.NONE));
      case Effect.CountedRest rest ->
          papers.notes.add(
              new Notes.SaidOfAll(
                  id,
                  at,
                  rest.bin(),
                  rest.task(),
                  user,
                  List.copyOf(rest.except()),
                  null,
                  Notes.Verdict.NONE));
      case Effect.Emptied emptied -> {
        papers.notes.add(new Notes.Left(id, at, emptied.order(), emptied.container().code()));
        papers.notes.add(
            new Notes.SaidOfAll(
                id,
                at,
                emptied.container(),
                "",
                user,
                List.of(),
                emptied.to(),
                Notes.Verdict.NONE));
      }
      case Effect.Sealed carton ->
          papers.notes.add(new Notes.Closed(id, carton.carton().code(), carton.order()));
      case Effect.Unresolved scan ->
          papers.notes.add(
              new Notes.Scan(id, at, scan.code(), scan.from(), scan.to(), scan.packs()));
      case Effect.Voided voided -> papers.notes.add(new Notes.Voiding(voided.operation(), id));
      case Effect.Presence presence -> {
        // who works with a device is not audited
      }
    }
  }

  private void take(UUID id, Position at, Body body) {
    switch (body) {
      case Decision.CountApproved approved ->
          papers.notes.add(new Notes.Decided(approved.operation(), at, Ruling.Decision.APPROVED));
      case Decision.CountRejected rejected ->
          papers.notes.add(new Notes.Decided(rejected.operation(), at, Ruling.Decision.REJECTED));
      case ServerRecord.CountSettled settled ->
          papers.notes.add(new Notes.Settled(settled.operation(), at, settled));
      case Decision.BarcodeAssigned assigned ->
          papers.assignments.add(
              new Assignment(assigned.code(), at, id, assigned.item(), assigned.pack()));
      case Decision.OrderPlaced placed -> place(at, placed);
      case Decision.OrderChanged changed ->
          papers.orders.add(
              new OrderEvents.Ordered(
                  changed.line().order(), at, changed.line().line(), null, changed.quantity()));
      case Decision.OrderCancelled cancelled ->
          papers.orders.add(new OrderEvents.Cancelled(cancelled.order(), at, cancelled.onlyLine()));
      case ServerRecord.Allocated allocated ->
          papers.orders.add(new OrderEvents.AllocatedAnew(allocated.order(), at, allocated));
      case ServerRecord.LeaseGranted granted ->
          papers.leases.add(new LeaseEvent(granted.work(), at, granted.device(), granted));
      case ServerRecord.LeaseLost lost ->
          papers.leases.add(new LeaseEvent(lost.work(), at, lost.device(), null));
      case Intent.WorkReleased released ->
          papers.leases.add(new LeaseEvent(released.work(), at, released.device(), null));
      case Decision.Accepted accepted -> papers.claims.add(Claim.of(accepted));
      default -> {
        // what it does, its effects say
      }
    }
  }

  private void place(Position at, Decision.OrderPlaced placed) {
    String order = placed.order();
    papers.orders.add(new OrderEvents.Placed(order, at, placed.customer(), placed.priority()));
    int effect = 0;
    for (Decision.OrderPlaced.Line line : placed.lines()) {
      Position after = new Position(at.t(), at.device(), at.epoch(), at.seq(), ++effect);
      papers.orders.add(
          new OrderEvents.Ordered(order, after, line.line(), line.item(), line.quantity()));
    }
  }
}
