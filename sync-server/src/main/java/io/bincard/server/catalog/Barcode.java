package io.bincard.server.catalog;

import io.bincard.model.stock.Quantity;

/**
 * What scanning a code means from some moment on.
 *
 * @param key where which code means it
 * @param pack base units a scan stands for, above zero
 */
public record Barcode(Key key, String item, Quantity pack) {

  /**
   * Names a barcode.
   *
   * @param site empty: in every site
   * @param code a 14-digit GTIN, or the code as scanned
   */
  public record Key(String site, String code) {
    @Override
    public String toString() {
      return site.isEmpty() ? code : code + " in " + site;
    }
  }
}
