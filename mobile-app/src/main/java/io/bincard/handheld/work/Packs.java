package io.bincard.handheld.work;

import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A quantity as hands take it: 27 is 2 cases of 12 and 3 more.
 *
 * @param full the largest packs first
 * @param loose base units beside them, below the smallest pack
 */
public record Packs(List<Full> full, Quantity loose) {
  public Packs {
    full = List.copyOf(full);
  }

  /** Packs of one size. */
  public record Full(long number, Quantity size) {}

  /**
   * Splits a quantity into as few pieces as it goes by taking the largest first.
   *
   * @param barcodes of the item: each tells of a size of pack
   */
  public static Packs of(Quantity quantity, List<Row.Barcode> barcodes) {
    List<Quantity> sizes =
        barcodes.stream()
            .map(Row.Barcode::pack)
            .filter(size -> size.compareTo(Quantity.units(1)) > 0)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    List<Full> full = new ArrayList<>();
    long left = quantity.orZeroIfNegative().millionths();
    for (Quantity size : sizes) {
      long number = left / size.millionths();
      if (number > 0) {
        full.add(new Full(number, size));
        left %= size.millionths();
      }
    }
    return new Packs(full, new Quantity(left));
  }
}
