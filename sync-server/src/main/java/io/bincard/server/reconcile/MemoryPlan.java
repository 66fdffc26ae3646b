package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Intent;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord;
import io.bincard.model.stock.Quantity;
import io.bincard.model.time.Place;
import java.util.ArrayList;
import java.util.TreeMap;

/** Writes a plan into a {@link MemorySite}, each kind of row by one method. */
final class MemoryPlan {
  private final MemorySite site;
  private final UndoLog undo;
  private final MemoryWork work;
  private final long now;

  MemoryPlan(MemorySite site, UndoLog undo, long now) {
    this.site = site;
    this.undo = undo;
    this.work = new MemoryWork(site, undo);
    this.now = now;
  }

  void apply(Plan plan) {
    plan.journal().forEach(this::journal);
    plan.forked().forEach(this::fork);
    plan.voids().forEach(each -> undo.put(site.voids, each.target(), each.by()));
    plan.balances()
        .forEach(
            (key, delta) ->
                undo.put(
                    site.balances,
                    key,
                    site.balances.getOrDefault(key, Quantity.ZERO).plus(delta)));
    plan.ledger().forEach(this::post);
    statements(plan);
    accountStatements(plan);
    for (ServerRecord.CountSettled settled : plan.settlements()) {
      if (!site.settlements.containsKey(settled.operation())) {
        undo.put(site.settlements, settled.operation(), settled);
      }
    }
    plan.lines().forEach(this::line);
    plan.lineSteps().forEach(this::step);
    plan.cartons().forEach(this::seal);
    plan.departures().forEach(this::depart);
    plan.deliveries().forEach(this::receive);
    scans(plan);
    plan.presence().forEach(this::attend);
    plan.meanings().forEach(this::mean);
    plan.governing().forEach(this::govern);
    plan.discrepancies().forEach(each -> undo.put(site.discrepancies, each.key(), each));
    if (plan.head() != null) {
      head(plan.head());
    }
  }

  private void journal(Arrival arrival) {
    Place place =
        new Place(arrival.header().device(), arrival.header().epoch(), arrival.header().seq());
    boolean placeTaken = site.operations.containsKey(place);
    boolean idTaken = !arrival.repeated() && site.placeById.containsKey(arrival.header().id());
    if (placeTaken || idTaken) {
      throw new IllegalStateException("two operations at " + place);
    }
    StoredOperation stored =
        new StoredOperation(arrival.hash(), arrival.operation(), arrival.time(), arrival.outcome());
    undo.put(site.operations, place, new MemorySite.Journaled(stored, arrival, now));
    if (!arrival.repeated()) {
      undo.put(site.placeById, arrival.header().id(), place);
    }
  }

  private void fork(Plan.ForkedLine line) {
    Subject.Fork fork =
        new Subject.Fork(
            line.header().epoch(), line.header().seq(), line.hash(), line.header().id());
    undo.put(
        site.forks.computeIfAbsent(line.header().device(), any -> new TreeMap<>()),
        line.hash(),
        fork);
  }

  private void post(Plan.LedgerEntry entry) {
    undo.add(site.ledger.computeIfAbsent(entry.key().card(), any -> new ArrayList<>()), entry);
  }

  private void statements(Plan plan) {
    for (Plan.RetractedStatement gone : plan.retracted()) {
      undo.remove(site.statements.computeIfAbsent(gone.card(), any -> new TreeMap<>()), gone.at());
    }
    for (Plan.StatementRow row : plan.statements()) {
      undo.put(
          site.statements.computeIfAbsent(row.card(), any -> new TreeMap<>()),
          row.statement().at(),
          row);
    }
  }

  private void accountStatements(Plan plan) {
    site.accountStatements
        .values()
        .forEach(
            ofAccount ->
                plan.retractedAccountStatements().forEach(at -> undo.remove(ofAccount, at)));
    for (AccountStatement each : plan.accountStatements()) {
      undo.put(
          site.accountStatements.computeIfAbsent(each.account(), any -> new TreeMap<>()),
          each.at(),
          each);
    }
  }

  private void line(OrderLine line, Plan.LineChange change) {
    MemorySite.Line before = site.lines.getOrDefault(line, MemorySite.Line.NONE);
    boolean renamed = change.ordered() != null || before.item().isEmpty();
    undo.put(
        site.lines,
        line,
        new MemorySite.Line(
            renamed ? change.item() : before.item(),
            change.ordered() == null ? before.ordered() : change.ordered(),
            before.picked().plus(change.pickedBy()),
            before.packed().plus(change.packedBy()),
            change.cancelled() == null ? before.cancelled() : change.cancelled()));
  }

  private void step(Plan.LineStep step) {
    undo.add(
        site.lineEntries.computeIfAbsent(step.progress().line(), any -> new ArrayList<>()), step);
  }

  private void seal(Plan.Sealing each) {
    MemorySite.Leaving carton =
        new MemorySite.Leaving(
            each.carton().order(), each.carton().carton().code(), each.operation());
    if (each.undone()) {
      undo.remove(site.cartons, carton);
    } else {
      undo.put(site.cartons, carton, true);
    }
  }

  private void depart(Plan.Departure each) {
    MemorySite.Leaving carton =
        new MemorySite.Leaving(
            each.carton().order(), each.carton().container().code(), each.operation());
    if (each.undone()) {
      undo.remove(site.departures, carton);
    } else {
      undo.put(site.departures, carton, true);
    }
  }

  private void receive(Plan.DeliveryStep step) {
    MemorySite.DeliveryLine line = new MemorySite.DeliveryLine(step.delivery(), step.line());
    Quantity before = site.received.getOrDefault(line, Quantity.ZERO);
    undo.put(site.received, line, before.plus(step.quantity()));
  }

  private void scans(Plan plan) {
    site.scans
        .values()
        .forEach(ofCode -> plan.retractedScans().forEach(at -> undo.remove(ofCode, at)));
    for (UnknownScan scan : plan.scans()) {
      undo.put(
          site.scans.computeIfAbsent(scan.scan().code(), any -> new TreeMap<>()), scan.at(), scan);
    }
  }

  private void attend(Plan.Presence each) {
    MemorySite.Presence who = new MemorySite.Presence(each.device(), each.presence().user());
    if (each.presence().present()) {
      undo.put(site.presence, who, true);
    } else {
      undo.remove(site.presence, who);
    }
  }

  private void mean(Plan.Meant each) {
    undo.put(
        site.meanings.computeIfAbsent(each.code(), any -> new TreeMap<>()),
        each.meaning().validFrom(),
        each.meaning());
  }

  private void govern(Arrival arrival) {
    switch (arrival.operation() == null ? null : arrival.operation().body()) {
      case Decision.OrderPlaced placed -> {
        MemorySite.Order before = site.orders.get(placed.order());
        ServerRecord.Allocated stops = before == null ? null : before.stops();
        undo.put(
            site.orders,
            placed.order(),
            new MemorySite.Order(placed.customer(), placed.priority(), stops));
        work.orderPlaced(placed.order());
      }
      case Decision.OrderChanged changed -> work.orderWanted(changed.line().order(), true);
      case Decision.OrderCancelled cancelled when cancelled.onlyLine() == null ->
          work.orderWanted(cancelled.order(), false);
      case Decision.LotHeld held -> hold(new Closure.LotKey(held.item(), held.lot()), true);
      case Decision.LotReleased released ->
          hold(new Closure.LotKey(released.item(), released.lot()), false);
      case Intent.WorkReleased released -> work.giveBack(released.work(), released.device());
      case ServerRecord.LeaseGranted granted -> work.leaseGranted(granted);
      case ServerRecord.LeaseLost lost -> work.giveBack(lost.work(), lost.device());
      case ServerRecord.Allocated allocated -> work.allocated(allocated);
      case ServerRecord.TaskCreated task -> work.taskCreated(task);
      case null, default -> {
        // its rows were planned
      }
    }
  }

  private void hold(Closure.LotKey lot, boolean held) {
    Subject.LotState before = site.lots.get(lot);
    undo.put(site.lots, lot, new Subject.LotState(before == null ? null : before.expiry(), held));
  }

  private void head(JournalHead head) {
    MemorySite.Device before = site.devices.get(head.device());
    if (before == null) {
      throw new IllegalStateException("no device " + head.device());
    }
    undo.put(
        site.devices, head.device(), new MemorySite.Device(before.kind(), before.revoked(), head));
  }
}
