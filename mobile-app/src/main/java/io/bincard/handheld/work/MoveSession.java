package io.bincard.handheld.work;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Moving goods from bin to bin.
 *
 * <p>Bin, goods, bin: what is scanned at the first bin is taken into the hand there and then, and
 * put down at the next bin, whenever that is. Bin, bin, goods: both ends are known, and each scan
 * moves goods from the one to the other at that moment.
 */
public final class MoveSession extends GoodsSession {
  private final Deque<Operation> steps = new ArrayDeque<>();
  private Place place = new Nowhere();

  /** Where one stands. */
  private sealed interface Place {}

  private record Nowhere() implements Place {}

  /** Goods that are scanned here go into the hand. */
  private record Taking(String bin) implements Place {}

  /** Goods that are scanned here come out of the hand. */
  private record Putting(String bin) implements Place {}

  private record Between(String from, String to) implements Place {}

  /** Begins; what is in the hand since before is still there. */
  public MoveSession(Shift shift) {
    super(shift);
  }

  /** What this person carries. */
  public List<Row.Stock> hand() {
    return shift().contents(Account.hand(shift().user()));
  }

  @Override
  Reply prompt() {
    if (place instanceof Taking at) {
      MessageKey key = hand().isEmpty() ? MessageKey.MOVE_TAKE : MessageKey.MOVE_TAKE_OR_GO;
      return new Reply.Expected(Message.of(key).with("bin", at.bin()));
    }
    if (place instanceof Putting at) {
      return new Reply.Expected(Message.of(MessageKey.MOVE_PUT).with("bin", at.bin()));
    }
    if (place instanceof Between ends) {
      return new Reply.Expected(
          Message.of(MessageKey.MOVE_BETWEEN).with("from", ends.from()).with("to", ends.to()));
    }
    return hand().isEmpty()
        ? new Reply.Expected(Message.of(MessageKey.MOVE_FROM))
        : new Reply.Expected(Message.of(MessageKey.MOVE_TO));
  }

  @Override
  Reply take(Scanned scanned, Quantity packs) {
    if ((scanned.bin().isPresent() && scanned.item().isEmpty()) || place instanceof Nowhere) {
      return takeBin(scanned);
    }
    if (scanned.item().isPresent()) {
      return takeItem(scanned, packs);
    }
    if (scanned.person().isPresent() || scanned.carton().isPresent()) {
      return wrong(Message.of(MessageKey.NO_ITEM).with("scanned", scanned.name()));
    }
    return place instanceof Between ends
        ? unknownGoods(
            scanned,
            packs,
            MessageKey.MOVE_UNKNOWN,
            Account.bin(ends.from()),
            Account.bin(ends.to()))
        : unknown(scanned, packs);
  }

  private Reply takeBin(Scanned scanned) {
    String bin = scanned.bin().map(Row.Location::location).orElse(null);
    if (bin == null) {
      return wrong(Message.of(MessageKey.NOT_A_BIN).with("scanned", scanned.name()));
    }
    if (!hand().isEmpty()) {
      place = new Putting(bin);
    } else if (place instanceof Taking from && !from.bin().equals(bin)) {
      place = new Between(from.bin(), bin);
    } else {
      place = new Taking(bin);
    }
    return prompt();
  }

  private Reply takeItem(Scanned scanned, Quantity packs) {
    ScannedItem item = scanned.item().orElseThrow();
    Account from = from();
    return withGoods(
        scanned,
        packs,
        lotsIn(from, item.row().item()),
        goods -> unless(concerns(item, goods, from), () -> move(scanned, goods)));
  }

  private Account from() {
    if (place instanceof Taking at) {
      return Account.bin(at.bin());
    }
    return place instanceof Between ends ? Account.bin(ends.from()) : Account.hand(shift().user());
  }

  private List<Message> concerns(ScannedItem item, Goods goods, Account from) {
    List<Message> concerns = new ArrayList<>();
    Quantity there = shift().view().balance(from, goods.item(), goods.lot());
    if (place instanceof Putting && goods.quantity().compareTo(there) > 0) {
      concerns.add(
          Message.of(MessageKey.MOVE_NOT_IN_HAND)
              .with("quantity", goods.quantity())
              .with("item", item.row().name())
              .with("there", there.orZeroIfNegative()));
    }
    return concerns;
  }

  private Reply move(Scanned scanned, Goods goods) {
    Operation operation = shift().record(scanned, body(goods));
    steps.addLast(operation);
    if (place instanceof Putting at && hand().isEmpty()) {
      place = new Taking(at.bin());
    }
    return recorded(moved(operation.body(), goods), operation);
  }

  private Body body(Goods goods) {
    if (place instanceof Taking at) {
      return new Fact.Taken(at.bin(), goods);
    }
    if (place instanceof Putting at) {
      return new Fact.Put(at.bin(), goods);
    }
    if (place instanceof Between ends) {
      return new Fact.Moved(ends.from(), ends.to(), goods);
    }
    throw new IllegalStateException("goods are moved only where a bin was scanned");
  }

  private Message moved(Body body, Goods goods) {
    MessageKey key =
        body instanceof Fact.Taken
            ? MessageKey.TAKEN
            : body instanceof Fact.Put ? MessageKey.PUT : MessageKey.MOVED;
    return Message.of(key)
        .with("quantity", goods.quantity())
        .with("item", shift().name(goods.item()));
  }

  /** All that is in the hand is put down here: as many operations as there are kinds of goods. */
  public synchronized Reply putAll() {
    drop();
    if (!(place instanceof Putting at)) {
      return prompt();
    }
    List<Operation> put = new ArrayList<>();
    for (Row.Stock row : hand()) {
      Goods goods = Goods.of(row.item(), row.lot(), row.quantity());
      put.add(shift().record(new Fact.Put(at.bin(), goods)));
    }
    steps.addAll(put);
    place = new Taking(at.bin());
    return put.isEmpty()
        ? prompt()
        : recorded(
            Message.of(MessageKey.PUT_ALL).with("bin", at.bin()), put.toArray(Operation[]::new));
  }

  @Override
  Reply takeBack() {
    return takeBackLast(
        List.copyOf(steps),
        body -> {
          steps.removeLast();
          if (body instanceof Fact.Taken taken) {
            place = new Taking(taken.location());
          } else if (body instanceof Fact.Put put) {
            place = new Putting(put.location());
          } else if (body instanceof Fact.Moved moved) {
            place = new Between(moved.from(), moved.to());
          }
        });
  }
}
