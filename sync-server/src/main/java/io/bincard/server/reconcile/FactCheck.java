package io.bincard.server.reconcile;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;
import io.bincard.model.time.Corrected;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a device says can be a fact at all. What cannot is quarantined with its bytes: it is
 * a fault of the device, not of the person, and nothing else has to wait for it.
 */
final class FactCheck {
  static final String NOT_A_FACT = "NOT_A_FACT";
  static final String QUANTITY = "QUANTITY_OUT_OF_RANGE";
  static final String NAME = "NAME_MISSING_OR_TOO_LONG";
  static final String UNCERTAINTY = "UNCERTAINTY_OUT_OF_RANGE";
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_CODE = 500;

  private FactCheck() {}

  /** Why it cannot be; null if it can. */
  static @Nullable String complaint(Body body) {
    if (!(body instanceof Fact fact)) {
      return NOT_A_FACT; // decisions are taken online, by people the server knows
    }
    return switch (fact) {
      case Fact.Taken f -> first(moved(f.goods()), name(f.location()));
      case Fact.Put f -> first(moved(f.goods()), name(f.location()));
      case Fact.Moved f -> first(moved(f.goods()), name(f.from()), name(f.to()));
      case Fact.Picked f ->
          first(moved(f.goods()), name(f.location()), name(f.tote()), line(f.line()));
      case Fact.PickedShort f ->
          first(
              positive(f.missing()),
              name(f.location()),
              name(f.item()),
              lot(f.lot()),
              line(f.line()));
      case Fact.PutBack f ->
          first(moved(f.goods()), name(f.location()), name(f.tote()), line(f.line()));
      case Fact.Packed f ->
          first(moved(f.goods()), name(f.tote()), name(f.carton()), line(f.line()));
      case Fact.Unpacked f ->
          first(moved(f.goods()), name(f.tote()), name(f.carton()), line(f.line()));
      case Fact.CartonClosed f -> first(name(f.order()), name(f.carton()));
      case Fact.Dispatched f ->
          f.cartons().stream()
              .map(FactCheck::name)
              .filter(complaint -> complaint != null)
              .findFirst()
              .orElse(name(f.order()));
      case Fact.CountLine f ->
          first(
              f.quantity().isNegative() || !f.quantity().isWithinLimit() ? QUANTITY : null,
              positive(f.pack()),
              name(f.location()),
              name(f.task()),
              key(f.key()));
      case Fact.BinCountCompleted f -> first(name(f.location()), name(f.task()));
      case Fact.Received f -> first(moved(f.goods()), name(f.location()));
      case Fact.Adjusted f ->
          first(
              f.goods().quantity().isZero() || !f.goods().quantity().isWithinLimit()
                  ? QUANTITY
                  : null,
              lot(f.goods().lot()),
              name(f.goods().item()),
              name(f.location()));
      case Fact.Issued f -> first(moved(f.goods()), name(f.location()));
      case Fact.ScannedUnknown f -> first(positive(f.packs()), code(f.code()));
      case Fact.Undone f -> null;
      case Fact.TimeAnchored f ->
          f.uncertainty() < 0 || f.uncertainty() > Corrected.UNKNOWN ? UNCERTAINTY : null;
      case Fact.SignedIn f -> null;
      case Fact.SignedOut f -> null;
      case Fact.LossDeclared f -> f.throughSeq() < f.fromSeq() ? "RANGE_EMPTY" : null;
    };
  }

  private static @Nullable String moved(Goods goods) {
    return first(
        positive(goods.quantity()), positive(goods.pack()), name(goods.item()), lot(goods.lot()));
  }

  private static @Nullable String positive(Quantity quantity) {
    return quantity.isPositive() && quantity.isWithinLimit() ? null : QUANTITY;
  }

  private static @Nullable String name(String name) {
    boolean good = !name.isBlank() && name.length() <= LONGEST_NAME && name.indexOf(0) < 0;
    return good ? null : NAME;
  }

  /** A barcode nobody knows can be anything, such as a whole web address. */
  private static @Nullable String code(String code) {
    boolean good = !code.isBlank() && code.length() <= LONGEST_CODE && code.indexOf(0) < 0;
    return good ? null : NAME;
  }

  private static @Nullable String lot(@Nullable String lot) {
    return lot == null || lot.isEmpty() ? null : name(lot);
  }

  private static @Nullable String line(OrderLine line) {
    return line.line() >= 1 ? name(line.order()) : "LINE_BELOW_ONE";
  }

  private static @Nullable String key(CountedKey key) {
    return first(name(key.item()), lot(key.lot()));
  }

  private static @Nullable String first(@Nullable String... complaints) {
    for (String complaint : complaints) {
      if (complaint != null) {
        return complaint;
      }
    }
    return null;
  }
}
