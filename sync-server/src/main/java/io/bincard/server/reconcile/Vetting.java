package io.bincard.server.reconcile;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Effect;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can only be judged once it is known what an operation refers to. */
final class Vetting {
  private Vetting() {}

  static List<Arrival> vet(List<Arrival> arrivals, References references) {
    return arrivals.stream().map(arrival -> vet(arrival, references)).toList();
  }

  private static Arrival vet(Arrival arrival, References references) {
    if (!arrival.isApplied() || arrival.operation() == null) {
      return arrival;
    }
    Body body = arrival.operation().body();
    return switch (body) {
      case Fact.Undone undone when isOfAnother(arrival, references, undone.operation()) ->
          arrival.withOutcome(Outcome.Kind.QUARANTINED, "UNDO_OF_ANOTHER_DEVICE");
      case Decision.OperationReversed reversed
          when references.settled().contains(reversed.operation()) ->
          arrival.withOutcome(Outcome.Kind.REFUSED, "COUNT_IS_SETTLED");
      case Decision.CountApproved approved -> decision(arrival, references, approved.operation());
      case Decision.CountRejected rejected -> decision(arrival, references, rejected.operation());
      default -> arrival;
    };
  }

  private static boolean isOfAnother(Arrival arrival, References references, UUID target) {
    Operation operation = operation(references, target);
    return operation != null && !operation.device().equals(arrival.header().device());
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
