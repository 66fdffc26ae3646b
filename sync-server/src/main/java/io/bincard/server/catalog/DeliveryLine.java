package io.bincard.server.catalog;

import io.bincard.model.stock.Quantity;

/**
 * A line of a delivery that is due.
 *
 * @param ordered in base units, above zero
 */
public record DeliveryLine(Key key, String supplier, String item, Quantity ordered) {

  /**
   * Names a line.
   *
   * @param delivery the delivery note or purchase order
   * @param line from 1
   */
  public record Key(String site, String delivery, int line) {
    @Override
    public String toString() {
      return delivery + "/" + line + " in " + site;
    }
  }
}
