package io.bincard.server.reconcile;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Effect;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can only be judged once it is known what an operation refers to. */
final class Vetting {
  private Vetting() {}

  static List<Arrival> vet(List<Arrival> arrivals, References references) {
    Map<UUID, Long> seqs = new HashMap<>();
    arrivals.forEach(arrival -> seqs.put(arrival.header().id(), arrival.header().seq()));
    return arrivals.stream().map(arrival -> vet(arrival, seqs, references)).toList();
  }

  private static Arrival vet(Arrival arrival, Map<UUID, Long> seqs, References references) {
    if (!arrival.isApplied() || arrival.operation() == null) {
      return arrival;
    }
    Body body = arrival.operation().body();
    return switch (body) {
      case Fact.Undone undone -> undo(arrival, undone.operation(), seqs, references);
      case Decision.OperationReversed reversed ->
          reverse(arrival, references, reversed.operation());
      case Decision.CountApproved approved -> decision(arrival, references, approved.operation());
      case Decision.CountRejected rejected -> decision(arrival, references, rejected.operation());
      case Decision.Accepted accepted when !references.knows(StoredDiscrepancy.Key.of(accepted)) ->
          arrival.withOutcome(Outcome.Kind.REFUSED, "NO_SUCH_DISCREPANCY");
      default -> arrival;
    };
  }

  /**
   * A device takes back only what it did before, and that has arrived by now. What has not is
   * somebody else's, and must not be void when it comes.
   */
  private static Arrival undo(
      Arrival arrival, UUID target, Map<UUID, Long> seqs, References references) {
    StoredOperation stored = references.targets().get(target);
    if (stored == null) {
      Long seq = seqs.get(target);
      return seq != null && seq < arrival.header().seq()
          ? arrival
          : arrival.withOutcome(Outcome.Kind.QUARANTINED, "UNDO_OF_UNKNOWN_OPERATION");
    }
    Operation operation = stored.operation();
    return operation == null || operation.device().equals(arrival.header().device())
        ? arrival
        : arrival.withOutcome(Outcome.Kind.QUARANTINED, "UNDO_OF_ANOTHER_DEVICE");
  }

  private static Arrival reverse(Arrival arrival, References references, UUID target) {
    if (references.settled().contains(target)) {
      return arrival.withOutcome(Outcome.Kind.REFUSED, "COUNT_IS_SETTLED");
    }
    Operation operation = operation(references, target);
    return operation == null || !operation.effects().isEmpty()
        ? arrival
        : arrival.withOutcome(Outcome.Kind.REFUSED, "NOTHING_TO_REVERSE");
  }

  private static Arrival decision(Arrival arrival, References references, UUID target) {
    if (references.settled().contains(target)) {
      return arrival.withOutcome(Outcome.Kind.REFUSED, "COUNT_IS_SETTLED");
    }
    Operation operation = operation(references, target);
    boolean isCount =
        operation != null
            && operation.effects().stream()
                .anyMatch(e -> e instanceof Effect.Counted || e instanceof Effect.CountedRest);
    return isCount ? arrival : arrival.withOutcome(Outcome.Kind.REFUSED, "NO_SUCH_COUNT");
  }

  private static @Nullable Operation operation(References references, UUID target) {
    StoredOperation stored = references.targets().get(target);
    return stored == null ? null : stored.operation();
  }
}
