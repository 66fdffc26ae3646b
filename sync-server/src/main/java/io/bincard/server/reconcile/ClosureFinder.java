package io.bincard.server.reconcile;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Effect;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.CardKey;
import io.bincard.model.time.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Works out which state the arrivals can change. Too little of it is how balances go stale. */
final class ClosureFinder {
  private final String site;
  private final References references;
  private final Meanings meanings;
  private final Closure closure = new Closure();

  private ClosureFinder(String site, References references, Meanings meanings) {
    this.site = site;
    this.references = references;
    this.meanings = meanings;
  }

  /** What must be read before the closure can be found. */
  static References.Query query(List<Arrival> arrivals) {
    Set<UUID> ids = new HashSet<>();
    Set<UUID> targets = new HashSet<>();
    Set<String> codes = new HashSet<>();
    Set<StoredDiscrepancy.Key> discrepancies = new HashSet<>();
    for (Arrival arrival : arrivals) {
      ids.add(arrival.header().id());
      if (arrival.operation() != null && arrival.isApplied()) {
        switch (arrival.operation().body()) {
          case Fact.Undone undone -> targets.add(undone.operation());
          case Decision.OperationReversed reversed -> targets.add(reversed.operation());
          case Decision.CountApproved approved -> targets.add(approved.operation());
          case Decision.CountRejected rejected -> targets.add(rejected.operation());
          case ServerRecord.CountSettled settled -> targets.add(settled.operation());
          case Fact.ScannedUnknown scan -> codes.add(scan.code());
          case Decision.BarcodeAssigned assigned -> codes.add(assigned.code());
          case Decision.Accepted accepted -> {
            StoredDiscrepancy.Key key = StoredDiscrepancy.Key.of(accepted);
            if (key != null) {
              discrepancies.add(key);
            }
          }
          default -> {
            // refers to nothing that has to be known first
          }
        }
      }
    }
    return new References.Query(ids, targets, codes, discrepancies);
  }

  static Closure closure(
      String site,
      List<Arrival> arrivals,
      List<Plan.ForkedLine> forked,
      Changes changes,
      References references) {
    ClosureFinder finder =
        new ClosureFinder(site, references, Meanings.after(arrivals, references));
    forked.forEach(line -> finder.closure.fork(line.header().device()));
    changes.all().forEach(finder::touch);
    for (Arrival arrival : arrivals) {
      if (arrival.operation() != null && arrival.isApplied()) {
        finder.govern(arrival.operation().body());
      }
    }
    return finder.closure;
  }

  private void touch(Change change) {
    Position at = change.at();
    switch (change.effect()) {
      case Effect.Move move -> touch(move, at);
      case Effect.Progress progress -> closure.line(progress.line());
      case Effect.Counted counted ->
          state(counted.bin(), counted.item(), at, counted.task(), change.undone());
      case Effect.CountedRest rest -> stateAll(rest.bin(), at, rest.task(), change.undone());
      case Effect.Emptied emptied -> stateAll(emptied.container(), at, "", change.undone());
      case Effect.FoundShort found -> state(found.bin(), found.item(), at, "", change.undone());
      case Effect.Unresolved scan -> touch(scan, change);
      case Effect.Sealed carton -> {}
      case Effect.Voided voided -> {}
      case Effect.Presence presence -> {}
    }
  }

  private void touch(Effect.Move move, Position at) {
    touch(move.from(), move.item(), at);
    touch(move.to(), move.item(), at);
  }

  private void touch(Account account, String item, Position at) {
    if (account.isPhysical()) {
      closure.touch(new CardKey(site, account, item), at);
    }
  }

  private void touch(UnknownScan scan) {
    Effect.Move move = scan.move();
    if (move != null) {
      touch(move, scan.at());
    }
  }

  private void state(Account bin, String item, Position at, String task, boolean undone) {
    CardKey card = new CardKey(site, bin, item);
    if (undone) {
      closure.touch(card, at);
    } else {
      closure.state(card, at, task);
    }
  }

  private void stateAll(Account account, Position at, String task, boolean undone) {
    if (undone) {
      closure.touchAll(account, at);
    } else {
      closure.stateAll(account, at, task);
    }
  }

  private void touch(Effect.Unresolved scan, Change change) {
    touchScans(scan.code());
    if (change.undone()) {
      references.scans().getOrDefault(scan.code(), List.of()).stream()
          .filter(stored -> stored.operation().equals(change.operation()))
          .forEach(this::touch);
    } else {
      touch(meanings.resolve(new UnknownScan(change.operation(), change.at(), scan, null)));
    }
  }

  /** Where a scan is understood otherwise now, both movements it stood and stands for. */
  private void touchScans(String code) {
    closure.code(code);
    for (UnknownScan before : references.scans().getOrDefault(code, List.of())) {
      UnknownScan after = meanings.resolve(before);
      if (!after.equals(before)) {
        touch(before);
        touch(after);
      }
    }
  }

  private void govern(Body body) {
    switch (body) {
      case Decision.BarcodeAssigned assigned -> touchScans(assigned.code());
      case Fact.Undone undone when references.settled().contains(undone.operation()) ->
          touchCount(undone.operation());
      case Decision.CountApproved approved -> touchCount(approved.operation());
      case Decision.CountRejected rejected -> touchCount(rejected.operation());
      case ServerRecord.CountSettled settled -> touchCount(settled.operation());
      case Decision.OrderPlaced placed ->
          placed.lines().forEach(l -> closure.line(new OrderLine(placed.order(), l.line())));
      case Decision.OrderChanged changed -> closure.line(changed.line());
      case Decision.OrderCancelled cancelled -> {
        if (cancelled.onlyLine() == null) {
          closure.order(cancelled.order());
        } else {
          closure.line(new OrderLine(cancelled.order(), cancelled.onlyLine()));
        }
      }
      case Decision.LotHeld held -> closure.lot(held.item(), held.lot());
      case Decision.LotReleased released -> closure.lot(released.item(), released.lot());
      case Decision.Accepted accepted -> {
        StoredDiscrepancy.Key key = StoredDiscrepancy.Key.of(accepted);
        if (key != null) {
          closure.discrepancy(key);
        }
      }
      default -> {
        // changes nothing that is folded
      }
    }
  }

  private void touchCount(UUID operation) {
    StoredOperation target = references.targets().get(operation);
    if (target == null || target.operation() == null) {
      return;
    }
    closure.count(operation);
    Operation counted = target.operation();
    List<Effect> effects = counted.effects();
    for (int i = 0; i < effects.size(); i++) {
      if (effects.get(i) instanceof Effect.Counted count) {
        closure.touch(new CardKey(site, count.bin(), count.item()), target.at(i));
      } else if (effects.get(i) instanceof Effect.CountedRest rest) {
        closure.touchAll(rest.bin(), target.at(i));
      }
    }
  }
}
