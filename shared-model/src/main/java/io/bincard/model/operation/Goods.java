package io.bincard.model.operation;

import io.avaje.jsonb.Json;
import io.bincard.model.stock.Quantity;
import java.util.List;

/**
 * What a hand moved.
 *
 * @param lot empty if the item has none
 * @param serials of the single units, if the item is tracked by serial
 * @param quantity in base units, pack factor applied
 * @param pack the base units of one scanned pack, as the device took it: 12 for a case of 12
 */
@Json
public record Goods(
    String item, String lot, List<String> serials, Quantity quantity, Quantity pack) {
  public Goods {
    serials = List.copyOf(serials);
  }

  public static Goods of(String item, String lot, Quantity quantity) {
    return new Goods(item, lot, List.of(), quantity, Quantity.units(1));
  }
}
