package io.bincard.handheld.work;

import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Taking goods in, with a delivery note or without: a bin, then all that is put there. */
public final class ReceivingSession extends GoodsSession {
  private final String delivery;
  private final int begun;
  private @Nullable String bin;

  private ReceivingSession(Shift shift, String delivery) {
    super(shift);
    this.delivery = delivery;
    // Without a note nothing tells this work from that of yesterday.
    this.begun = delivery.isEmpty() ? received().size() : 0;
    for (Operation step : steps()) {
      if (step.body() instanceof Fact.Received received) {
        bin = received.location();
      }
    }
  }

  /** Begins, or goes on at the bin where this device put the last goods of the delivery. */
  public static ReceivingSession ofDelivery(Shift shift, String delivery) {
    return new ReceivingSession(shift, delivery);
  }

  /** Takes in what nobody has announced. */
  public static ReceivingSession withoutNote(Shift shift) {
    return new ReceivingSession(shift, "");
  }

  /** The lines of the delivery with what was received; none without a note. */
  public List<Row.Expected> lines() {
    return delivery.isEmpty() ? List.of() : shift().view().expected(delivery);
  }

  @Override
  Reply prompt() {
    if (!delivery.isEmpty() && lines().isEmpty()) {
      return new Reply.Done(Message.of(MessageKey.DELIVERY_UNKNOWN).with("delivery", delivery));
    }
    return bin == null
        ? new Reply.Expected(Message.of(MessageKey.RECEIVE_SCAN_BIN))
        : new Reply.Expected(Message.of(MessageKey.RECEIVE_SCAN_ITEM).with("bin", bin));
  }

  @Override
  Reply take(Scanned scanned, Quantity packs) {
    if (prompt() instanceof Reply.Done done) {
      return done;
    }
    if (scanned.bin().isPresent() && (bin == null || scanned.item().isEmpty())) {
      bin = scanned.bin().orElseThrow().location();
      return prompt();
    }
    if (bin == null) {
      return wrong(Message.of(MessageKey.NOT_A_BIN).with("scanned", scanned.name()));
    }
    if (scanned.item().isPresent()) {
      return receive(scanned, packs, bin);
    }
    return scanned.person().isPresent()
        ? wrong(Message.of(MessageKey.NO_ITEM).with("scanned", scanned.name()))
        : unknownGoods(
            scanned, packs, MessageKey.RECEIVE_UNKNOWN, Account.SUPPLIER, Account.bin(bin));
  }

  private Reply receive(Scanned scanned, Quantity packs, String into) {
    ScannedItem item = scanned.item().orElseThrow();
    return withGoods(
        scanned,
        packs,
        List.of(),
        goods -> {
          Optional<Row.Expected> line = lineFor(goods);
          return unless(
              concerns(item, goods, line),
              () -> received(scanned, goods, line.map(Row.Expected::line).orElse(0), into));
        });
  }

  private Reply received(Scanned scanned, Goods goods, int line, String into) {
    Operation operation = shift().record(scanned, new Fact.Received(into, goods, delivery, line));
    return recorded(
        Message.of(MessageKey.RECEIVED)
            .with("quantity", goods.quantity())
            .with("item", shift().name(goods.item()))
            .with("bin", into),
        operation);
  }

  private List<Message> concerns(ScannedItem item, Goods goods, Optional<Row.Expected> line) {
    List<Message> concerns = new ArrayList<>(blocks(item, goods));
    if (line.isEmpty() && !delivery.isEmpty()) {
      concerns.add(
          Message.of(MessageKey.RECEIVE_UNEXPECTED)
              .with("item", item.row().name())
              .with("delivery", delivery));
    }
    line.filter(due -> goods.quantity().compareTo(left(due)) > 0)
        .ifPresent(
            due ->
                concerns.add(
                    Message.of(MessageKey.RECEIVE_TOO_MANY)
                        .with("quantity", goods.quantity())
                        .with("left", left(due))));
    return concerns;
  }

  /** The line with room for these goods, else the one with the most room. */
  private Optional<Row.Expected> lineFor(Goods goods) {
    List<Row.Expected> lines =
        lines().stream().filter(line -> line.item().equals(goods.item())).toList();
    return lines.stream()
        .filter(line -> left(line).compareTo(goods.quantity()) >= 0)
        .findFirst()
        .or(() -> lines.stream().max(Comparator.comparing(ReceivingSession::left)));
  }

  private static Quantity left(Row.Expected line) {
    return line.ordered().minus(line.received()).orZeroIfNegative();
  }

  @Override
  Reply takeBack() {
    return takeBackLast(steps(), body -> {});
  }

  private List<Operation> steps() {
    List<Operation> received = received();
    return received.subList(begun, received.size());
  }

  private List<Operation> received() {
    return shift().done(body -> body instanceof Fact.Received in && in.delivery().equals(delivery));
  }
}
