package io.bincard.server.catalog;

import io.bincard.model.stock.Quantity;

/**
 * How far a count may be off the book and still be accepted.
 *
 * @param units the largest accepted difference in base units, either way; 0 or more
 */
public record Tolerance(Key key, Quantity units) {

  /** Names what a tolerance is for; what is empty is any. The most specific wins. */
  public record Key(String site, String location, String item, String itemClass) {
    @Override
    public String toString() {
      if (!location.isEmpty()) {
        return location + " in " + site;
      }
      if (!item.isEmpty()) {
        return item + " in " + site;
      }
      return itemClass.isEmpty() ? site : "class " + itemClass + " in " + site;
    }
  }
}
