package io.bincard.handheld.replica;

import io.bincard.model.operation.Effect;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What the device's own operations change of the base that does not contain them yet. */
final class Overlay {
  /** A kind of goods. */
  record Goods(String item, String lot) {}

  /** A line of a delivery. */
  record DeliveryLine(String delivery, int line) {}

  private final Map<Account, Map<Goods, Quantity>> stock = new HashMap<>();
  private final Set<Account> emptied = new HashSet<>();
  private final Map<OrderLine, Quantity> picked = new HashMap<>();
  private final Map<OrderLine, Quantity> packed = new HashMap<>();
  private final Map<DeliveryLine, Quantity> received = new HashMap<>();
  private final Map<Account, List<WaitingCount>> counts = new HashMap<>();

  /**
   * @param pending in the order of the journal
   * @param contained finds an operation of this device that the base does contain
   */
  static Overlay of(List<Operation> pending, Function<UUID, Optional<Operation>> contained) {
    Set<UUID> voided = new HashSet<>();
    Set<UUID> known = new HashSet<>();
    for (Operation operation : pending) {
      known.add(operation.id());
      operation.effects().forEach(effect -> effect.accept(new Voids(voided)));
    }
    Overlay overlay = new Overlay();
    for (UUID id : voided) {
      if (!known.contains(id)) {
        contained.apply(id).ifPresent(operation -> overlay.add(operation, true));
      }
    }
    for (Operation operation : pending) {
      if (!voided.contains(operation.id())) {
        overlay.add(operation, false);
      }
    }
    return overlay;
  }

  /** Accounts whose goods are all gone, but for what {@link #stock} says. */
  boolean isEmptied(Account account) {
    return emptied.contains(account);
  }

  Map<Account, Map<Goods, Quantity>> stock() {
    return stock;
  }

  Quantity picked(OrderLine line) {
    return picked.getOrDefault(line, Quantity.ZERO);
  }

  Quantity packed(OrderLine line) {
    return packed.getOrDefault(line, Quantity.ZERO);
  }

  Quantity received(String delivery, int line) {
    return received.getOrDefault(new DeliveryLine(delivery, line), Quantity.ZERO);
  }

  /** In the order they were counted. */
  List<WaitingCount> counts(Account bin) {
    return counts.getOrDefault(bin, List.of());
  }

  private void add(Operation operation, boolean takenBack) {
    Adder adder = new Adder(operation, takenBack);
    operation.effects().forEach(effect -> effect.accept(adder));
    if (operation.body() instanceof Fact.Received goods) {
      DeliveryLine line = new DeliveryLine(goods.delivery(), goods.deliveryLine());
      received.merge(line, adder.signed(goods.goods().quantity()), Quantity::plus);
    }
  }

  /** Finds what is void. */
  private record Voids(Set<UUID> ids) implements EffectsInPart {
    @Override
    public Boolean voided(Effect.Voided voided) {
      return ids.add(voided.operation());
    }
  }

  private final class Adder implements EffectsInPart {
    private final Operation operation;
    private final boolean takenBack;

    Adder(Operation operation, boolean takenBack) {
      this.operation = operation;
      this.takenBack = takenBack;
    }

    Quantity signed(Quantity quantity) {
      return takenBack ? quantity.negated() : quantity;
    }

    @Override
    public Boolean move(Effect.Move move) {
      Goods goods = new Goods(move.item(), move.lot());
      change(move.from(), goods, signed(move.quantity()).negated());
      change(move.to(), goods, signed(move.quantity()));
      return true;
    }

    private void change(Account account, Goods goods, Quantity change) {
      if (account.isPhysical()) {
        stock.computeIfAbsent(account, a -> new HashMap<>()).merge(goods, change, Quantity::plus);
      }
    }

    @Override
    public Boolean progress(Effect.Progress progress) {
      Map<OrderLine, Quantity> stage = progress.stage() == Effect.Stage.PICKED ? picked : packed;
      stage.merge(progress.line(), signed(progress.quantity()), Quantity::plus);
      return true;
    }

    @Override
    public Boolean emptied(Effect.Emptied container) {
      stock.remove(container.container());
      return emptied.add(container.container());
    }

    @Override
    public Boolean counted(Effect.Counted counted) {
      WaitingCount count =
          new WaitingCount(
              operation.id(), operation.user(), counted.item(), counted.lot(), counted.quantity());
      return !takenBack && counts.computeIfAbsent(counted.bin(), b -> new ArrayList<>()).add(count);
    }
  }
}
