package io.bincard.handheld.work;

import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carrying back what was picked for an order and is not wanted: tote, bin, and each item there. */
public final class PutBackSession extends GoodsSession {
  private final String order;
  private @Nullable String tote;
  private @Nullable String bin;

  public PutBackSession(Shift shift, String order) {
    super(shift);
    this.order = order;
  }

  @Override
  Reply prompt() {
    if (shift().view().lines(order).isEmpty()) {
      return new Reply.Done(Message.of(MessageKey.ORDER_UNKNOWN).with("order", order));
    }
    if (tote == null) {
      return new Reply.Expected(Message.of(MessageKey.SCAN_TOTE_TO_EMPTY).with("order", order));
    }
    return bin == null
        ? new Reply.Expected(Message.of(MessageKey.PUT_BACK_BIN).with("tote", tote))
        : new Reply.Expected(
            Message.of(MessageKey.PUT_BACK_ITEM).with("tote", tote).with("bin", bin));
  }

  @Override
  Reply take(Scanned scanned, Quantity packs) {
    if (prompt() instanceof Reply.Done done) {
      return done;
    }
    if (tote == null) {
      String code = scanned.tote().orElse("");
      if (code.isEmpty() || shift().contents(Account.tote(code)).isEmpty()) {
        MessageKey key = code.isEmpty() ? MessageKey.NO_TOTE : MessageKey.NOTHING_IN_TOTE;
        return wrong(Message.of(key).with("scanned", scanned.name()));
      }
      tote = code;
      return prompt();
    }
    if (scanned.bin().isPresent() && (bin == null || scanned.item().isEmpty())) {
      bin = scanned.bin().orElseThrow().location();
      return prompt();
    }
    if (bin == null) {
      return wrong(Message.of(MessageKey.NOT_A_BIN).with("scanned", scanned.name()));
    }
    return scanned.item().isPresent()
        ? putBack(scanned, packs, tote, bin)
        : wrong(Message.of(MessageKey.NO_ITEM).with("scanned", scanned.name()));
  }

  private Reply putBack(Scanned scanned, Quantity packs, String from, String to) {
    ScannedItem item = scanned.item().orElseThrow();
    return withGoods(
        scanned,
        packs,
        lotsIn(Account.tote(from), item.row().item()),
        goods ->
            shift().view().lines(order).stream()
                .filter(line -> line.item().equals(goods.item()))
                .max(Comparator.comparing(PutBackSession::surplus))
                .map(
                    line ->
                        unless(concerns(goods, from), () -> put(scanned, goods, line, from, to)))
                .orElseGet(
                    () ->
                        wrong(
                            Message.of(MessageKey.NOT_ORDERED)
                                .with("item", item.row().name())
                                .with("order", order))));
  }

  private static Quantity surplus(Row.Line line) {
    return line.cancelled() ? line.picked() : line.picked().minus(line.ordered());
  }

  private List<Message> concerns(Goods goods, String from) {
    List<Message> concerns = new ArrayList<>();
    Quantity there = shift().view().balance(Account.tote(from), goods.item(), goods.lot());
    if (goods.quantity().compareTo(there) > 0) {
      concerns.add(
          Message.of(MessageKey.PACK_NOT_IN_TOTE)
              .with("quantity", goods.quantity())
              .with("there", there.orZeroIfNegative())
              .with("tote", from));
    }
    return concerns;
  }

  private Reply put(Scanned scanned, Goods goods, Row.Line line, String from, String to) {
    OrderLine of = new OrderLine(order, line.line());
    Operation operation = shift().record(scanned, new Fact.PutBack(of, from, to, goods));
    return recorded(Message.of(MessageKey.PUT_BACK).with("bin", to), operation);
  }

  @Override
  Reply takeBack() {
    return takeBackLast(
        shift()
            .done(body -> body instanceof Fact.PutBack back && back.line().order().equals(order)),
        body -> {});
  }
}
