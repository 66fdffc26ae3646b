package io.bincard.handheld.work;

import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Goods that were scanned.
 *
 * @param pack base units of one pack: 12 for a case of 12
 * @param quantity base units that the scan stands for: of one pack, or of as many as it counts or
 *     weighs
 * @param expiry the last good day as the label says it
 */
public record ScannedItem(
    Row.Item row,
    Quantity pack,
    Quantity quantity,
    Optional<String> lot,
    Optional<String> serial,
    Optional<LocalDate> expiry) {

  boolean hasLots() {
    return row.tracking().equals("LOT");
  }

  boolean hasSerials() {
    return row.tracking().equals("SERIAL");
  }
}
