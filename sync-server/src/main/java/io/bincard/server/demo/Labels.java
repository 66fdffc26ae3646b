package io.bincard.server.demo;

import io.bincard.model.barcode.gs1.CheckDigit;
import java.util.List;

/**
 * The barcodes on the goods: EAN-13 under GS1's prefix 952, which is for demonstrations, UPC-A, and
 * GTIN-14 on cases of 6, 12 or 24.
 */
final class Labels {
  private static final int[] CASES = {6, 12, 24};

  private Labels() {}

  static Table make(List<DemoItem> items) {
    Table barcodes = new Table("barcodes", "code", "item", "pack");
    for (int number = 0; number < items.size(); number++) {
      DemoItem item = items.get(number);
      boolean upc = number % 5 == 0;
      String base = upc ? "12345%05d".formatted(number) : "952100%06d".formatted(number);
      barcodes.add(CheckDigit.append(upc ? "0" + base : base), item.sku(), 1);
      String twelve = upc ? "00" + base : base;
      for (int i = 0; i < cases(item); i++) {
        int pack = CASES[(number + i) % CASES.length];
        barcodes.add(CheckDigit.append((i + 1) + twelve), item.sku(), pack);
      }
    }
    return barcodes;
  }

  /** How many kinds of case it comes in: what sells best comes in two, what is dear in none. */
  private static int cases(DemoItem item) {
    if (item.hasSerials()) {
      return 0;
    }
    return item.abc() == 'A' ? 2 : 1;
  }
}
