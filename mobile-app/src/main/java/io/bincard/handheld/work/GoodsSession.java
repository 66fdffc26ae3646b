package io.bincard.handheld.work;

import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Lot;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A session that handles goods: it needs to know their lot or serial number, and if they may be
 * used.
 */
abstract class GoodsSession extends Session {
  GoodsSession(Shift shift) {
    super(shift);
  }

  /**
   * Goes on with goods that are fully known: asks for lot or serial where the label does not say.
   *
   * @param scanned an item
   * @param lots that it could be of, the likeliest first
   */
  final Reply withGoods(
      Scanned scanned, Quantity packs, List<String> lots, Function<Goods, Reply> then) {
    ScannedItem item = scanned.item().orElseThrow();
    Message what = Message.of(MessageKey.QUANTITY_IMPOSSIBLE).with("item", item.row().name());
    Quantity quantity;
    try {
      quantity = item.quantity().times(packs);
    } catch (ArithmeticException impossible) {
      return wrong(what);
    }
    if (!quantity.isPositive() || quantity.compareTo(Quantity.LIMIT) > 0) {
      return wrong(what);
    }
    if (item.hasSerials()) {
      return withSerial(item, quantity, then);
    }
    Function<String, Reply> withLot =
        lot -> then.apply(new Goods(item.row().item(), lot, List.of(), quantity, item.pack()));
    if (!item.hasLots()) {
      return withLot.apply(Lot.NONE);
    }
    Optional<Message> tooLong = item.lot().flatMap(Longest.NAME::refusal);
    if (tooLong.isPresent()) {
      return wrong(tooLong.get());
    }
    List<String> choices = Stream.concat(lots.stream(), Stream.of(Lot.UNKNOWN)).distinct().toList();
    return item.lot()
        .map(withLot)
        .orElseGet(
            () ->
                choose(
                    Message.of(MessageKey.WHICH_LOT).with("item", item.row().name()),
                    choices,
                    Scanned::lot,
                    withLot));
  }

  private Reply withSerial(ScannedItem item, Quantity quantity, Function<Goods, Reply> then) {
    Quantity one = Quantity.units(1);
    if (!quantity.equals(one)) {
      return wrong(Message.of(MessageKey.SERIALS_ONE_BY_ONE).with("item", item.row().name()));
    }
    Optional<Message> tooLong = item.serial().flatMap(Longest.NAME::refusal);
    if (tooLong.isPresent()) {
      return wrong(tooLong.get());
    }
    Function<String, Reply> withSerial =
        serial ->
            then.apply(new Goods(item.row().item(), Lot.NONE, List.of(serial), one, item.pack()));
    return item.serial()
        .map(withSerial)
        .orElseGet(
            () ->
                choose(
                    Message.of(MessageKey.WHICH_SERIAL).with("item", item.row().name()),
                    List.of(),
                    Scanned::serial,
                    withSerial));
  }

  /**
   * Nobody knows what this is, but it can be seen to move: if the person says so, that is written
   * down with both ends, and posted as soon as somebody says what it is.
   */
  final Reply unknownGoods(
      Scanned scanned, Quantity packs, MessageKey question, Account from, Account to) {
    Optional<Message> tooLong = Longest.BARCODE.refusal(scanned.code());
    if (tooLong.isPresent()) {
      return wrong(tooLong.get());
    }
    Message ask =
        Message.of(question)
            .with("code", scanned.code())
            .with("packs", packs)
            .with("to", to.code());
    return unless(
        List.of(ask),
        () ->
            recorded(
                Message.of(MessageKey.UNKNOWN_NOTED).with("code", scanned.code()),
                shift().record(scanned, new Fact.ScannedUnknown(scanned.code(), from, to, packs))));
  }

  /** What keeps these goods from being used: the item or lot is blocked, or the day is over. */
  final List<Message> blocks(ScannedItem item, Goods goods) {
    Optional<Row.Lot> lot = shift().view().lot(goods.item(), goods.lot());
    Optional<LocalDate> expiry =
        lot.flatMap(row -> Optional.ofNullable(row.expiry())).or(item::expiry);
    List<Message> blocks = new ArrayList<>();
    if (!item.row().active()) {
      blocks.add(Message.of(MessageKey.ITEM_INACTIVE).with("item", item.row().name()));
    }
    lot.filter(row -> row.status().equals("HELD"))
        .ifPresent(row -> blocks.add(Message.of(MessageKey.LOT_HELD).with("lot", row.lot())));
    lot.filter(row -> row.status().equals("RECALLED"))
        .ifPresent(row -> blocks.add(Message.of(MessageKey.LOT_RECALLED).with("lot", row.lot())));
    expiry
        .filter(day -> day.isBefore(shift().today()))
        .ifPresent(
            day ->
                blocks.add(
                    Message.of(MessageKey.LOT_EXPIRED).with("lot", goods.lot()).with("day", day)));
    return blocks;
  }

  /** The lots of an item in a bin or container, to choose from. */
  final List<String> lotsIn(Account account, String item) {
    return shift().contents(account).stream()
        .filter(row -> row.item().equals(item) && !row.lot().isEmpty())
        .map(Row.Stock::lot)
        .toList();
  }
}
