package io.bincard.handheld.work;

import io.bincard.handheld.replica.View;
import io.bincard.model.barcode.gs1.Sscc;
import io.bincard.model.operation.Body;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Packing one order: out of its totes, into cartons that each have a number of their own. */
public final class PackingSession extends GoodsSession {
  private final String order;
  private @Nullable String tote;
  private @Nullable String carton;

  /** Begins, or goes on with the carton that is open. */
  public PackingSession(Shift shift, String order) {
    super(shift);
    this.order = order;
    for (Operation step : steps()) {
      if (step.body() instanceof Fact.Packed packed) {
        tote = packed.tote();
        carton = packed.carton();
      } else if (step.body() instanceof Fact.CartonClosed closed
          && closed.carton().equals(carton)) {
        carton = null;
      }
    }
    if (tote != null && shift().contents(Account.tote(tote)).isEmpty()) {
      tote = null;
    }
  }

  public String order() {
    return order;
  }

  /** Where goods come from; empty before the first tote was scanned. */
  public synchronized Optional<String> tote() {
    return Optional.ofNullable(tote);
  }

  /** The SSCC of the carton that is open. */
  public synchronized Optional<String> carton() {
    return Optional.ofNullable(carton);
  }

  @Override
  Reply prompt() {
    View view = shift().view();
    Row.Order row = view.order(order).orElse(null);
    if (row == null) {
      return new Reply.Done(Message.of(MessageKey.ORDER_UNKNOWN).with("order", order));
    }
    if (row.state().equals("DISPATCHED")) {
      return new Reply.Done(Message.of(MessageKey.ORDER_DISPATCHED).with("order", order));
    }
    if (row.state().equals("CANCELLED")) {
      return new Reply.Done(Message.of(MessageKey.ORDER_CANCELLED).with("order", order));
    }
    if (tote == null && carton == null && isPacked()) {
      return new Reply.Done(Message.of(MessageKey.PACK_DONE).with("order", order));
    }
    if (tote == null) {
      return new Reply.Expected(Message.of(MessageKey.SCAN_TOTE_TO_PACK).with("order", order));
    }
    if (carton == null) {
      return new Reply.Expected(Message.of(MessageKey.SCAN_CARTON).with("order", order));
    }
    return shift().contents(Account.tote(tote)).isEmpty()
        ? new Reply.Expected(
            Message.of(MessageKey.TOTE_IS_EMPTY).with("tote", tote).with("carton", carton))
        : new Reply.Expected(
            Message.of(MessageKey.SCAN_ITEM_TO_PACK).with("tote", tote).with("carton", carton));
  }

  private boolean isPacked() {
    List<Row.Line> lines = shift().view().lines(order);
    return lines.stream().anyMatch(line -> line.packed().isPositive())
        && lines.stream().allMatch(line -> line.packed().compareTo(line.picked()) >= 0);
  }

  @Override
  Reply take(Scanned scanned, Quantity packs) {
    if (prompt() instanceof Reply.Done done) {
      return done;
    }
    if (scanned.carton().isPresent() && scanned.item().isEmpty()) {
      return takeCarton(scanned.carton().orElseThrow());
    }
    String code = scanned.tote().orElse("");
    if (!code.isEmpty() && !shift().contents(Account.tote(code)).isEmpty()) {
      tote = code;
      return prompt();
    }
    if (tote == null) {
      return code.isEmpty()
          ? wrong(Message.of(MessageKey.NO_TOTE).with("scanned", scanned.name()))
          : takeUnheardOf(code);
    }
    if (carton == null) {
      return wrong(Message.of(MessageKey.NO_CARTON).with("scanned", scanned.name()));
    }
    if (scanned.item().isPresent()) {
      return pack(scanned, packs, tote, carton);
    }
    return scanned.bin().isPresent() || scanned.person().isPresent()
        ? wrong(Message.of(MessageKey.NO_ITEM).with("scanned", scanned.name()))
        : unknown(scanned, packs);
  }

  /** Its picker may be out of reach still; what hands do does not wait for the books. */
  private Reply takeUnheardOf(String code) {
    return unless(
        List.of(Message.of(MessageKey.NOTHING_KNOWN_IN_TOTE).with("tote", code)),
        () -> {
          tote = code;
          return prompt();
        });
  }

  private Reply takeCarton(String sscc) {
    if (sscc.equals(carton)) {
      return prompt();
    }
    if (carton != null) {
      return wrong(Message.of(MessageKey.CLOSE_FIRST).with("carton", carton));
    }
    if (isUsed(sscc)) {
      return wrong(Message.of(MessageKey.CARTON_USED).with("carton", sscc));
    }
    carton = sscc;
    return prompt();
  }

  /** Opens a carton with the next number of this device; its label is to be printed. */
  public synchronized Reply newCarton() {
    drop();
    if (carton != null) {
      return wrong(Message.of(MessageKey.CLOSE_FIRST).with("carton", carton));
    }
    String prefix = shift().view().site().map(Row.Site::companyPrefix).orElse("");
    Optional<Sscc> next = CartonNumbers.next(prefix, shift().device(), this::isUsed);
    if (next.isEmpty()) {
      return wrong(Message.of(MessageKey.NO_CARTON_NUMBER));
    }
    carton = next.orElseThrow().digits();
    return prompt();
  }

  private boolean isUsed(String sscc) {
    return !shift().contents(Account.carton(sscc)).isEmpty()
        || !shift().done(body -> sscc.equals(cartonOf(body))).isEmpty();
  }

  private static @Nullable String cartonOf(Body body) {
    if (body instanceof Fact.Packed packed) {
      return packed.carton();
    }
    return body instanceof Fact.CartonClosed closed ? closed.carton() : null;
  }

  private Reply pack(Scanned scanned, Quantity packs, String from, String into) {
    ScannedItem item = scanned.item().orElseThrow();
    return withGoods(
        scanned,
        packs,
        lotsIn(Account.tote(from), item.row().item()),
        goods -> {
          Row.Line line = lineFor(goods).orElse(null);
          if (line == null) {
            return wrong(
                Message.of(MessageKey.NOT_ORDERED)
                    .with("item", item.row().name())
                    .with("order", order));
          }
          return unless(
              concerns(item, goods, line, from),
              () -> packed(scanned, goods, new OrderLine(order, line.line()), from, into));
        });
  }

  private Reply packed(Scanned scanned, Goods goods, OrderLine line, String from, String into) {
    Operation operation = shift().record(scanned, new Fact.Packed(line, from, into, goods));
    return recorded(packedMessage(goods.quantity(), shift().name(goods.item())), operation);
  }

  private static Message packedMessage(Quantity quantity, String item) {
    return Message.of(MessageKey.PACKED).with("quantity", quantity).with("item", item);
  }

  private List<Message> concerns(ScannedItem item, Goods goods, Row.Line line, String from) {
    List<Message> concerns = new ArrayList<>(blocks(item, goods));
    Quantity there = shift().view().balance(Account.tote(from), goods.item(), goods.lot());
    if (goods.quantity().compareTo(there) > 0) {
      concerns.add(
          Message.of(MessageKey.PACK_NOT_IN_TOTE)
              .with("quantity", goods.quantity())
              .with("there", there.orZeroIfNegative())
              .with("tote", from));
    }
    if (goods.quantity().compareTo(WholeTote.toPack(line)) > 0) {
      concerns.add(
          Message.of(MessageKey.PACK_TOO_MANY)
              .with("quantity", goods.quantity())
              .with("picked", WholeTote.toPack(line)));
    }
    return concerns;
  }

  /** The line with room for these goods, else the one with the most room. */
  private Optional<Row.Line> lineFor(Goods goods) {
    List<Row.Line> lines =
        shift().view().lines(order).stream()
            .filter(line -> line.item().equals(goods.item()))
            .toList();
    return lines.stream()
        .filter(line -> WholeTote.toPack(line).compareTo(goods.quantity()) >= 0)
        .findFirst()
        .or(() -> lines.stream().max(Comparator.comparing(WholeTote::toPack)));
  }

  /**
   * All that is in the tote goes into the carton: as many operations as there are kinds of goods.
   * Pieces whose serial numbers are not known stay, to be scanned one by one.
   */
  public synchronized Reply packAll() {
    drop();
    if (tote == null || carton == null) {
      return prompt();
    }
    List<Operation> operations = new ArrayList<>();
    new WholeTote(shift(), tote)
        .into(order, carton)
        .forEach(packed -> operations.add(shift().record(packed)));
    if (operations.isEmpty()) {
      return wrong(Message.of(MessageKey.NOTHING_TO_PACK).with("tote", tote));
    }
    return recorded(
        Message.of(MessageKey.PACKED_ALL).with("tote", tote).with("carton", carton),
        operations.toArray(Operation[]::new));
  }

  /** The carton is taped and labelled. */
  public synchronized Reply closeCarton() {
    drop();
    if (carton == null) {
      return prompt();
    }
    if (shift().contents(Account.carton(carton)).isEmpty()) {
      return wrong(Message.of(MessageKey.CARTON_EMPTY).with("carton", carton));
    }
    String closed = carton;
    Operation operation = shift().record(new Fact.CartonClosed(order, closed));
    carton = null;
    if (tote != null && shift().contents(Account.tote(tote)).isEmpty()) {
      tote = null;
    }
    return recorded(Message.of(MessageKey.CARTON_CLOSED).with("carton", closed), operation);
  }

  @Override
  Reply takeBack() {
    if (shift().view().order(order).map(row -> row.state().equals("DISPATCHED")).orElse(false)) {
      return wrong(Message.of(MessageKey.UNDO_TOO_LATE).with("order", order));
    }
    return takeBackLast(
        steps(),
        body -> {
          if (body instanceof Fact.Packed packed) {
            tote = packed.tote();
            carton = packed.carton();
          } else if (body instanceof Fact.CartonClosed closed) {
            carton = closed.carton();
          }
        });
  }

  private List<Operation> steps() {
    return shift()
        .done(
            body ->
                (body instanceof Fact.Packed packed && packed.line().order().equals(order))
                    || (body instanceof Fact.CartonClosed closed && closed.order().equals(order)));
  }
}
