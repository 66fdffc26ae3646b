package io.bincard.handheld.work;

import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Lot;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What can be packed out of a tote for an order without looking at each piece. */
final class WholeTote {
  private final Shift shift;
  private final String tote;

  WholeTote(Shift shift, String tote) {
    this.shift = shift;
    this.tote = tote;
  }

  /**
   * One operation for each kind of goods and line. What no line has picked, and pieces whose serial
   * numbers are not all known, are left out.
   */
  List<Fact.Packed> into(String order, String carton) {
    List<Fact.Packed> packings = new ArrayList<>();
    List<Row.Stock> contents = new ArrayList<>(shift.contents(Account.tote(tote)));
    for (Row.Line line : shift.view().lines(order)) {
      Quantity room = toPack(line);
      for (int i = 0; i < contents.size(); i++) {
        Row.Stock row = contents.get(i);
        Quantity quantity = row.quantity().atMost(room);
        Optional<Goods> goods = goods(row, quantity);
        if (row.item().equals(line.item()) && quantity.isPositive() && goods.isPresent()) {
          OrderLine of = new OrderLine(order, line.line());
          packings.add(new Fact.Packed(of, tote, carton, goods.orElseThrow()));
          room = room.minus(quantity);
          Quantity rest = row.quantity().minus(quantity);
          contents.set(i, new Row.Stock(row.account(), row.item(), row.lot(), rest));
        }
      }
    }
    return packings;
  }

  static Quantity toPack(Row.Line line) {
    return line.picked().minus(line.packed()).orZeroIfNegative();
  }

  private Optional<Goods> goods(Row.Stock row, Quantity quantity) {
    boolean serial =
        shift.view().item(row.item()).map(i -> i.tracking().equals("SERIAL")).orElse(false);
    if (!serial) {
      return Optional.of(Goods.of(row.item(), row.lot(), quantity));
    }
    List<String> serials = serials(row.item());
    return Quantity.units(serials.size()).equals(quantity)
        ? Optional.of(new Goods(row.item(), Lot.NONE, serials, quantity, Quantity.units(1)))
        : Optional.empty();
  }

  /** The pieces that this device put into the tote and did not take out again. */
  private List<String> serials(String item) {
    TreeSet<String> serials = new TreeSet<>();
    for (Operation operation : shift.done(body -> true)) {
      if (operation.body() instanceof Fact.Picked in
          && in.tote().equals(tote)
          && in.goods().item().equals(item)) {
        serials.addAll(in.goods().serials());
      } else if (operation.body() instanceof Fact.Packed out
          && out.tote().equals(tote)
          && out.goods().item().equals(item)) {
        serials.removeAll(out.goods().serials());
      } else if (operation.body() instanceof Fact.PutBack back
          && back.tote().equals(tote)
          && back.goods().item().equals(item)) {
        serials.removeAll(back.goods().serials());
      } else if (operation.body() instanceof Fact.Unpacked again
          && again.tote().equals(tote)
          && again.goods().item().equals(item)) {
        serials.addAll(again.goods().serials());
      }
    }
    return List.copyOf(serials);
  }
}
