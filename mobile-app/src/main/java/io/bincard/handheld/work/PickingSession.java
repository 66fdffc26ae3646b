package io.bincard.handheld.work;

import io.bincard.handheld.replica.View;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Picking one order into totes: bin, item, and on to the next stop. */
public final class PickingSession extends GoodsSession {
  private final String work;
  private final String order;
  private final PickHistory history;
  private final Set<PickStop> skipped = new HashSet<>();
  private @Nullable String tote;
  private @Nullable String bin;

  /**
   * Begins, or goes on where this device was.
   *
   * @param work a pick list that this device has claimed
   */
  public PickingSession(Shift shift, String work) {
    super(shift);
    this.work = work;
    this.order = shift.view().work(work).map(Row.Work::order).orElse("");
    this.history = new PickHistory(shift, order);
    this.tote = history.lastTote().orElse(null);
  }

  /** All stops, with what is left to do at each. */
  public synchronized PickPath path() {
    View view = shift().view();
    long grant = grant();
    return PickPath.of(
        order,
        view.stops(order),
        location -> view.location(location).map(Row.Location::sequence).orElse(Integer.MAX_VALUE),
        view.lines(order),
        history.stepsUnder(grant),
        grant);
  }

  /** How often the work was handed out. */
  private long grant() {
    return shift().view().work(work).map(Row.Work::fence).orElse(1L);
  }

  /** Where to go now; empty if there is nowhere to go. */
  public synchronized Optional<PickStop> stop() {
    List<PickStop> open = path().stops().stream().filter(PickStop::isOpen).toList();
    Optional<PickStop> notSkipped = open.stream().filter(stop -> !isSkipped(stop)).findFirst();
    if (notSkipped.isEmpty()) {
      skipped.clear();
    }
    return notSkipped.or(() -> open.stream().findFirst());
  }

  public String order() {
    return order;
  }

  /** Where picked goods go; empty before the first tote was scanned. */
  public synchronized Optional<String> tote() {
    return Optional.ofNullable(tote);
  }

  @Override
  Reply prompt() {
    View view = shift().view();
    if (order.isEmpty()) {
      return new Reply.Done(Message.of(MessageKey.WORK_UNKNOWN).with("work", work));
    }
    if (view.order(order).map(row -> row.state().equals("CANCELLED")).orElse(false)) {
      return new Reply.Done(Message.of(MessageKey.ORDER_CANCELLED).with("order", order));
    }
    PickStop stop = stop().orElse(null);
    if (stop == null) {
      return new Reply.Done(finished());
    }
    if (tote == null) {
      return new Reply.Expected(Message.of(MessageKey.SCAN_TOTE).with("order", order));
    }
    if (!stop.location().equals(bin)) {
      return new Reply.Expected(
          Message.of(MessageKey.SCAN_BIN)
              .with("bin", stop.location())
              .with("item", shift().name(stop.item()))
              .with("quantity", stop.left()));
    }
    MessageKey key = stop.lot().isEmpty() ? MessageKey.SCAN_ITEM : MessageKey.SCAN_ITEM_OF_LOT;
    return new Reply.Expected(
        Message.of(key)
            .with("item", shift().name(stop.item()))
            .with("quantity", stop.left())
            .with("lot", stop.lot())
            .with("bin", stop.location()));
  }

  private Message finished() {
    if (path().stops().isEmpty()) {
      return Message.of(MessageKey.PICK_NOTHING_ALLOCATED).with("order", order);
    }
    Quantity missing =
        shift().view().lines(order).stream()
            .filter(line -> !line.cancelled())
            .map(line -> line.ordered().minus(line.picked()).orZeroIfNegative())
            .reduce(Quantity.ZERO, Quantity::plus);
    return missing.isZero()
        ? Message.of(MessageKey.PICK_DONE).with("order", order)
        : Message.of(MessageKey.PICK_DONE_SHORT).with("order", order).with("missing", missing);
  }

  @Override
  Reply take(Scanned scanned, Quantity packs) {
    PickStop stop = stop().orElse(null);
    if (stop == null) {
      return prompt();
    }
    if (tote == null) {
      return takeTote(scanned);
    }
    return stop.location().equals(bin)
        ? takeItem(scanned, packs, stop, tote)
        : takeBin(scanned, stop);
  }

  private Reply takeTote(Scanned scanned) {
    String code = scanned.tote().orElse(null);
    if (code == null) {
      return wrong(Message.of(MessageKey.NO_TOTE).with("scanned", scanned.name()));
    }
    List<Message> concerns = new ArrayList<>();
    if (!history.isTote(code) && !shift().view().stock(Account.tote(code)).isEmpty()) {
      concerns.add(Message.of(MessageKey.TOTE_IN_USE).with("tote", code));
    }
    return unless(
        concerns,
        () -> {
          tote = code;
          return prompt();
        });
  }

  private Reply takeBin(Scanned scanned, PickStop stop) {
    String location = scanned.bin().map(Row.Location::location).orElse(null);
    if (location == null) {
      return wrong(
          Message.of(MessageKey.NO_BIN)
              .with("scanned", scanned.name())
              .with("bin", stop.location()));
    }
    if (!location.equals(stop.location())) {
      return wrongBin(location, stop);
    }
    bin = location;
    return prompt();
  }

  private Reply wrongBin(String scanned, PickStop stop) {
    return wrong(
        Message.of(MessageKey.WRONG_BIN).with("scanned", scanned).with("bin", stop.location()));
  }

  private Reply takeItem(Scanned scanned, Quantity packs, PickStop stop, String into) {
    ScannedItem item = scanned.item().orElse(null);
    if (item != null) {
      // Another line may want it from this very bin.
      return Stream.concat(Stream.of(stop), path().stops().stream())
          .filter(each -> each.isOpen() && each.location().equals(stop.location()))
          .filter(each -> each.item().equals(item.row().item()))
          .findFirst()
          .map(each -> pick(scanned, item, packs, each, into))
          .orElseGet(() -> wrongItem(item, stop));
    }
    if (scanned.bin().isPresent()) {
      String location = scanned.bin().orElseThrow().location();
      return location.equals(stop.location()) ? prompt() : wrongBin(location, stop);
    }
    if (scanned.person().isPresent() || scanned.carton().isPresent()) {
      return wrong(Message.of(MessageKey.NO_ITEM).with("scanned", scanned.name()));
    }
    return scanned.tote().equals(tote()) ? prompt() : unknown(scanned, packs);
  }

  private Reply wrongItem(ScannedItem item, PickStop stop) {
    return wrong(
        Message.of(MessageKey.WRONG_ITEM)
            .with("scanned", item.row().item())
            .with("scannedName", item.row().name())
            .with("item", stop.item())
            .with("itemName", shift().name(stop.item())));
  }

  private Reply pick(
      Scanned scanned, ScannedItem item, Quantity packs, PickStop stop, String into) {
    return withGoods(
        scanned,
        packs,
        lots(stop),
        goods -> {
          if (history.isPicked(goods)) {
            return wrong(
                Message.of(MessageKey.SERIAL_AGAIN).with("serial", goods.serials().get(0)));
          }
          return unless(concerns(item, goods, stop), () -> picked(scanned, goods, stop, into));
        });
  }

  private Reply picked(Scanned scanned, Goods goods, PickStop stop, String into) {
    Operation operation =
        shift().record(scanned, new Fact.Picked(stop.line(), stop.location(), into, goods));
    return recorded(
        Message.of(MessageKey.PICKED)
            .with("quantity", goods.quantity())
            .with("item", shift().name(goods.item()))
            .with("left", stop.left().minus(goods.quantity()).orZeroIfNegative()),
        operation);
  }

  private List<Message> concerns(ScannedItem item, Goods goods, PickStop stop) {
    List<Message> concerns = new ArrayList<>();
    if (isWorkLost()) {
      concerns.add(Message.of(MessageKey.WORK_LOST).with("order", order));
    }
    concerns.addAll(blocks(item, goods));
    if (!stop.lot().isEmpty() && !stop.lot().equals(goods.lot())) {
      concerns.add(
          Message.of(MessageKey.OTHER_LOT).with("scanned", goods.lot()).with("lot", stop.lot()));
    }
    Quantity needed = needed(stop.line());
    if (goods.quantity().compareTo(needed) > 0) {
      concerns.add(
          Message.of(MessageKey.PICK_TOO_MANY)
              .with("quantity", goods.quantity())
              .with("needed", needed));
    } else if (goods.quantity().compareTo(stop.left()) > 0) {
      concerns.add(
          Message.of(MessageKey.PICK_MORE_HERE)
              .with("quantity", goods.quantity())
              .with("left", stop.left())
              .with("bin", stop.location()));
    }
    return concerns;
  }

  private boolean isWorkLost() {
    return shift()
        .view()
        .work(work)
        .map(row -> !row.device().isEmpty() && !row.device().equals(shift().device()))
        .orElse(false);
  }

  private Quantity needed(OrderLine line) {
    return shift()
        .view()
        .line(line)
        .map(row -> row.ordered().minus(row.picked()).orZeroIfNegative())
        .orElse(Quantity.ZERO);
  }

  private List<String> lots(PickStop stop) {
    List<String> there = lotsIn(Account.bin(stop.location()), stop.item());
    return stop.lot().isEmpty()
        ? there
        : Stream.concat(Stream.of(stop.lot()), there.stream()).toList();
  }

  /** The bin holds no more than what was picked here; the rest of this stop is given up. */
  public synchronized Reply fallShort(ShortReason reason) {
    drop();
    PickStop stop = stop().orElse(null);
    if (stop == null) {
      return prompt();
    }
    if (!stop.location().equals(bin)) {
      return wrong(Message.of(MessageKey.BIN_FIRST).with("bin", stop.location()));
    }
    boolean hasLots =
        shift().view().item(stop.item()).map(row -> row.tracking().equals("LOT")).orElse(false);
    String lot = hasLots && stop.lot().isEmpty() ? null : stop.lot();
    Operation operation =
        shift()
            .recordUnder(
                grant(),
                new Fact.PickedShort(
                    stop.line(), stop.location(), stop.item(), lot, stop.left(), reason.name()));
    return recorded(
        Message.of(MessageKey.PICKED_SHORT)
            .with("missing", stop.left())
            .with("item", shift().name(stop.item())),
        operation);
  }

  /** This stop later. */
  public synchronized Reply skip() {
    drop();
    PickStop stop = stop().orElse(null);
    if (stop == null) {
      return prompt();
    }
    if (path().stops().stream().filter(PickStop::isOpen).count() == 1) {
      return wrong(Message.of(MessageKey.NOTHING_ELSE));
    }
    skipped.add(stop);
    return prompt();
  }

  private boolean isSkipped(PickStop stop) {
    return skipped.stream()
        .anyMatch(
            each ->
                each.line().equals(stop.line())
                    && each.location().equals(stop.location())
                    && each.lot().equals(stop.lot()));
  }

  /** The tote is full: the next one is to be scanned. */
  public synchronized Reply changeTote() {
    drop();
    tote = null;
    return prompt();
  }

  @Override
  Reply takeBack() {
    Operation last = history.last().orElse(null);
    if (last == null) {
      return wrong(Message.of(MessageKey.NOTHING_TO_UNDO));
    }
    if (!(last.body() instanceof Fact.Picked pick)) {
      return takeBackLast(List.of(last), body -> {});
    }
    View view = shift().view();
    if (view.order(order).map(row -> row.state().equals("DISPATCHED")).orElse(false)) {
      return wrong(Message.of(MessageKey.UNDO_TOO_LATE).with("order", order));
    }
    Goods goods = pick.goods();
    Quantity inTote = view.balance(Account.tote(pick.tote()), goods.item(), goods.lot());
    return inTote.compareTo(goods.quantity()) >= 0
        ? takeBackLast(List.of(last), body -> {})
        : putBack(pick);
  }

  /** It is in a carton by now: a hand has to take it out and carry it back. */
  private Reply putBack(Fact.Picked pick) {
    Goods goods = pick.goods();
    Fact.Packed packed = history.packing(pick).orElse(null);
    if (packed == null) {
      return wrong(Message.of(MessageKey.UNDO_ELSEWHERE).with("tote", pick.tote()));
    }
    String carton = packed.carton();
    Message question =
        Message.of(MessageKey.UNDO_PACKED)
            .with("quantity", goods.quantity())
            .with("item", shift().name(goods.item()))
            .with("carton", carton)
            .with("bin", pick.location());
    return unless(
        List.of(question),
        () -> {
          Operation out =
              shift().record(new Fact.Unpacked(pick.line(), carton, pick.tote(), goods));
          Operation back =
              shift().record(new Fact.PutBack(pick.line(), pick.tote(), pick.location(), goods));
          return recorded(Message.of(MessageKey.PUT_BACK).with("bin", pick.location()), out, back);
        });
  }
}
