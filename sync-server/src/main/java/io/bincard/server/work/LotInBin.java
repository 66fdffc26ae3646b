package io.bincard.server.work;

import io.bincard.model.stock.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The stock of one lot in one bin.
 *
 * @param lot empty if the item has none
 * @param expiry its last good day; null if it has none
 * @param blocked not to be promised to anybody: the lot is held or recalled, or what the bin holds
 *     of the item is disputed
 * @param balance signed
 * @param reserved promised to other orders, 0 or more
 */
public record LotInBin(
    Bin bin,
    String item,
    String lot,
    @Nullable LocalDate expiry,
    boolean blocked,
    Quantity balance,
    Quantity reserved) {
  boolean isUsable(LocalDate today) {
    return !blocked && (expiry == null || !expiry.isBefore(today));
  }
}
