package io.bincard.server.reconcile;

import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Statement;
import io.bincard.model.time.Anchor;
import io.bincard.model.time.Place;
import io.bincard.model.time.Position;
import io.bincard.server.work.WorkState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Finds the counts that have not settled, and the devices that may still say something. */
final class MemorySettling {
  private final MemorySite site;
  private final SortedMap<Position, SettlingSlice.Candidate> counts = new TreeMap<>();

  MemorySettling(MemorySite site) {
    this.site = site;
  }

  SettlingSlice load() {
    site.statements.forEach((card, rows) -> rows.values().forEach(row -> look(card, row)));
    return new SettlingSlice(site.settings, List.copyOf(counts.values()), listeners());
  }

  private void look(CardKey card, Plan.StatementRow row) {
    if (row.statement() instanceof Statement.Count count && !row.resting()) {
      UUID operation = UUID.fromString(count.operation());
      MemorySite.Journaled journaled = site.operations.get(count.at().place());
      if (journaled != null && !site.settlements.containsKey(operation)) {
        counts.merge(
            count.at(),
            new SettlingSlice.Candidate(
                operation,
                card.account(),
                journaled.stored().time(),
                journaled.arrived(),
                isAmbiguous(card, count, row),
                keys(card, row)),
            SettlingSlice.Candidate::and);
      }
    }
  }

  private static List<SettlingSlice.Key> keys(CardKey card, Plan.StatementRow row) {
    return row.readings().values().stream()
        .map(reading -> new SettlingSlice.Key(card.item(), reading.lot(), reading.status()))
        .toList();
  }

  /** Whether a movement may as well lie on the other side of a count that posted something. */
  private boolean isAmbiguous(CardKey card, Statement.Count count, Plan.StatementRow row) {
    return row.readings().values().stream().anyMatch(reading -> !reading.posted().isZero())
        && movements(card).entrySet().stream()
            .filter(moved -> !moved.getValue().isZero())
            .anyMatch(moved -> isNear(moved.getKey(), count.at()));
  }

  private Map<Position, Quantity> movements(CardKey card) {
    Map<Position, Quantity> movements = new TreeMap<>();
    for (Plan.LedgerEntry entry : site.ledger.getOrDefault(card, List.of())) {
      if (entry.moved()) {
        movements.merge(entry.cause(), entry.delta(), Quantity::plus);
      }
    }
    return movements;
  }

  private boolean isNear(Position moved, Position counted) {
    return !moved.device().equals(counted.device())
        && Math.abs(moved.t() - counted.t())
            <= uncertainty(moved.place()) + uncertainty(counted.place());
  }

  private long uncertainty(Place place) {
    MemorySite.Journaled journaled = site.operations.get(place);
    return journaled == null ? 0 : journaled.stored().time().uncertainty();
  }

  private List<SettlingSlice.Listener> listeners() {
    List<SettlingSlice.Listener> listeners = new ArrayList<>();
    site.devices.forEach(
        (device, known) -> {
          boolean waitedFor = known.kind() == MemorySite.Device.Kind.HANDHELD && !known.revoked();
          if (waitedFor && isAtWork(device)) {
            Anchor anchor = known.head().time().lastAnchor();
            listeners.add(
                new SettlingSlice.Listener(device, anchor == null ? 0 : anchor.serverTime()));
          }
        });
    return listeners;
  }

  private boolean isAtWork(String device) {
    return site.presence.keySet().stream().anyMatch(who -> who.device().equals(device))
        || site.work.values().stream()
            .anyMatch(
                work -> work.state() == WorkState.State.CLAIMED && work.device().equals(device));
  }
}
