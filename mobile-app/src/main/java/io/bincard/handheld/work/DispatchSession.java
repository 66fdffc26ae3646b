package io.bincard.handheld.work;

import io.bincard.model.discrepancy.DiscrepancyCode;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Loading the cartons of one order: each is scanned at the door, then they leave together. */
public final class DispatchSession extends Session {
  private final String order;
  private final Set<String> loaded = new LinkedHashSet<>();

  public DispatchSession(Shift shift, String order) {
    super(shift);
    this.order = order;
  }

  /** The cartons that were scanned. Nothing is recorded of them before they leave. */
  public synchronized List<String> loaded() {
    return List.copyOf(loaded);
  }

  @Override
  Reply prompt() {
    Row.Order row = shift().view().order(order).orElse(null);
    if (row == null) {
      return new Reply.Done(Message.of(MessageKey.ORDER_UNKNOWN).with("order", order));
    }
    if (row.state().equals("DISPATCHED") || !steps().isEmpty()) {
      return new Reply.Done(Message.of(MessageKey.ORDER_DISPATCHED).with("order", order));
    }
    return new Reply.Expected(
        Message.of(MessageKey.DISPATCH_CARTON).with("order", order).with("number", loaded.size()));
  }

  @Override
  Reply take(Scanned scanned, Quantity packs) {
    if (prompt() instanceof Reply.Done done) {
      return done;
    }
    String carton = scanned.carton().orElse(null);
    if (carton == null) {
      return wrong(Message.of(MessageKey.NO_CARTON).with("scanned", scanned.name()));
    }
    if (isOfAnotherOrder(carton)) {
      return wrong(Message.of(MessageKey.DISPATCH_OTHER).with("carton", carton));
    }
    List<Message> concerns = new ArrayList<>();
    if (shift().contents(Account.carton(carton)).isEmpty()) {
      concerns.add(Message.of(MessageKey.DISPATCH_UNKNOWN).with("carton", carton));
    }
    return unless(
        concerns,
        () -> {
          loaded.add(carton);
          return prompt();
        });
  }

  private boolean isOfAnotherOrder(String carton) {
    return !shift()
        .done(
            body ->
                body instanceof Fact.CartonClosed closed
                    && closed.carton().equals(carton)
                    && !closed.order().equals(order))
        .isEmpty();
  }

  /** All that was scanned leaves the house. */
  public synchronized Reply leave() {
    drop();
    if (prompt() instanceof Reply.Done done) {
      return done;
    }
    if (loaded.isEmpty()) {
      return wrong(Message.of(MessageKey.DISPATCH_NOTHING));
    }
    List<Message> concerns = new ArrayList<>();
    for (Row.Discrepancy open : shift().view().discrepancies()) {
      if (isAboutThis(open) && blocksDispatch(open.code())) {
        concerns.add(Message.of(MessageKey.DISPATCH_BLOCKED).with("summary", open.summary()));
      }
    }
    return unless(
        concerns,
        () -> {
          Operation operation = shift().record(new Fact.Dispatched(order, List.copyOf(loaded)));
          loaded.clear();
          return recorded(Message.of(MessageKey.DISPATCHED).with("order", order), operation);
        });
  }

  private boolean isAboutThis(Row.Discrepancy open) {
    String subject = open.subject() + " ";
    return subject.startsWith("line " + order + "/")
        || loaded.stream().anyMatch(sscc -> subject.contains(Account.carton(sscc) + " "));
  }

  /** A code that is newer than this app blocks nothing here; the server knows better. */
  private static boolean blocksDispatch(String code) {
    return Arrays.stream(DiscrepancyCode.values())
        .filter(known -> known.name().equals(code))
        .anyMatch(known -> known.blocks().contains(DiscrepancyCode.Block.DISPATCH));
  }

  /** A carton that was scanned last is unloaded; what has left can't be called back. */
  @Override
  Reply takeBack() {
    String last = loaded.stream().reduce((earlier, later) -> later).orElse(null);
    if (last == null) {
      return steps().isEmpty()
          ? wrong(Message.of(MessageKey.NOTHING_TO_UNDO))
          : wrong(Message.of(MessageKey.UNDO_TOO_LATE).with("order", order));
    }
    loaded.remove(last);
    return prompt();
  }

  private List<Operation> steps() {
    return shift().done(body -> body instanceof Fact.Dispatched out && out.order().equals(order));
  }
}
