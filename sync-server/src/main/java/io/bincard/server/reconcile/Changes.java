package io.bincard.server.reconcile;

import io.bincard.model.operation.Effect;
import io.bincard.model.operation.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the arrivals change, voids worked in: an operation that is void when it arrives changes
 * nothing, and one that becomes void ceases to count at its own time. So it does not matter which
 * of the two arrives first.
 */
record Changes(List<Change> all, List<Plan.Voiding> voids) {
  Changes {
    all = List.copyOf(all);
    voids = List.copyOf(voids);
  }

  static Changes of(List<Arrival> arrivals, References references) {
    List<Plan.Voiding> voids = voids(arrivals, references);
    Set<UUID> voided = new HashSet<>(references.voided());
    voids.forEach(voiding -> voided.add(voiding.target()));
    List<Change> changes = new ArrayList<>(arrivals.size() * 2);
    for (Arrival arrival : arrivals) {
      if (!voided.contains(arrival.header().id())) {
        begin(arrival, changes);
      }
    }
    for (Plan.Voiding voiding : voids) {
      StoredOperation target = references.targets().get(voiding.target());
      if (target != null && target.outcome().kind() == io.bincard.model.sync.Outcome.Kind.APPLIED) {
        cease(target, changes);
      }
    }
    return new Changes(changes, voids);
  }

  private static List<Plan.Voiding> voids(List<Arrival> arrivals, References references) {
    List<Plan.Voiding> voids = new ArrayList<>();
    Set<UUID> known = new HashSet<>(references.voided());
    known.addAll(references.settled());
    for (Arrival arrival : arrivals) {
      for (Effect effect : arrival.effects()) {
        if (effect instanceof Effect.Voided voided && known.add(voided.operation())) {
          voids.add(new Plan.Voiding(voided.operation(), arrival.header().id()));
        }
      }
    }
    return voids;
  }

  private static void begin(Arrival arrival, List<Change> changes) {
    List<Effect> effects = arrival.effects();
    for (int i = 0; i < effects.size(); i++) {
      changes.add(
          new Change(
              effects.get(i),
              arrival.at(i),
              arrival.header().id(),
              arrival.header().device(),
              arrival.header().user(),
              false));
    }
  }

  private static void cease(StoredOperation target, List<Change> changes) {
    Operation operation = target.operation();
    if (operation == null) {
      return;
    }
    List<Effect> effects = operation.effects();
    for (int i = 0; i < effects.size(); i++) {
      changes.add(
          new Change(
              effects.get(i),
              target.at(i),
              operation.id(),
              operation.device(),
              operation.user(),
              true));
    }
  }
}
