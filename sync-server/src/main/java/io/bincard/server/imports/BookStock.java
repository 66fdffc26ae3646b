package io.bincard.server.imports;

import io.bincard.model.stock.Quantity;

/** What a bin holds of a lot of an item. */
record BookStock(Key key, Quantity quantity) {

  /**
   * Names it.
   *
   * @param lot empty if the item has none
   */
  record Key(String site, String location, String item, String lot) {
    @Override
    public String toString() {
      String what = lot.isEmpty() ? item : item + ", lot " + lot;
      return what + " at " + location + " in " + site;
    }
  }
}
