package io.bincard.handheld.work;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this device did for one order and did not take back. */
final class PickHistory {
  private final Shift shift;
  private final String order;

  PickHistory(Shift shift, String order) {
    this.shift = shift;
    this.order = order;
  }

  /** Picked, PickedShort and PutBack, oldest first. */
  List<Operation> steps() {
    return shift.done(body -> order.equals(orderOf(body)));
  }

  /**
   * The steps that tell what is left to do, oldest first: what was short is so only until the work
   * is handed out anew, for then stock is looked for anew, and what lies there now may be found.
   *
   * <p>A journal does not say under which grant something was recorded. From the second grant on, a
   * bin that was short before a restart is gone to once more; never is one passed by for good.
   *
   * @param grant how often the work was handed out
   */
  List<Operation> stepsUnder(long grant) {
    return steps().stream()
        .filter(
            step ->
                grant <= 1
                    || !(step.body() instanceof Fact.PickedShort)
                    || shift.isUnder(grant, step))
        .toList();
  }

  private static @Nullable String orderOf(Body body) {
    if (body instanceof Fact.Picked picked) {
      return picked.line().order();
    }
    if (body instanceof Fact.PickedShort none) {
      return none.line().order();
    }
    return body instanceof Fact.PutBack back ? back.line().order() : null;
  }

  Optional<String> lastTote() {
    return steps().stream()
        .map(Operation::body)
        .filter(Fact.Picked.class::isInstance)
        .map(body -> ((Fact.Picked) body).tote())
        .reduce((earlier, later) -> later);
  }

  /** Whether something was picked into this tote for this order. */
  boolean isTote(String code) {
    return steps().stream()
        .anyMatch(step -> step.body() instanceof Fact.Picked pick && pick.tote().equals(code));
  }

  /** Whether a piece with this serial number was picked for this order, and is not put back. */
  boolean isPicked(Goods piece) {
    boolean picked = false;
    for (Operation step : steps()) {
      if (step.body() instanceof Fact.Picked out && isSame(out.goods(), piece)) {
        picked = true;
      } else if (step.body() instanceof Fact.PutBack back && isSame(back.goods(), piece)) {
        picked = false;
      }
    }
    return picked;
  }

  private static boolean isSame(Goods one, Goods other) {
    return one.item().equals(other.item()) && !Collections.disjoint(one.serials(), other.serials());
  }

  /** The last step whose goods were not put back since. */
  Optional<Operation> last() {
    List<Operation> newestFirst = new ArrayList<>(steps());
    Collections.reverse(newestFirst);
    List<Fact.PutBack> putBack = new ArrayList<>();
    for (Operation step : newestFirst) {
      if (step.body() instanceof Fact.PutBack back) {
        putBack.add(back);
      } else if (!(step.body() instanceof Fact.Picked pick && isTakenFrom(putBack, pick))) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private static boolean isTakenFrom(List<Fact.PutBack> putBack, Fact.Picked pick) {
    return putBack.remove(
        new Fact.PutBack(pick.line(), pick.tote(), pick.location(), pick.goods()));
  }

  /** How the goods of a pick went into a carton, as far as this device did it. */
  Optional<Fact.Packed> packing(Fact.Picked pick) {
    return shift.done(Fact.Packed.class::isInstance).stream()
        .map(operation -> (Fact.Packed) operation.body())
        .filter(packed -> packed.line().equals(pick.line()))
        .filter(packed -> packed.goods().lot().equals(pick.goods().lot()))
        .reduce((earlier, later) -> later);
  }
}
