package io.bincard.model.stock;

import java.util.Comparator;

/**
 * Names one balance.
 *
 * @param lot a batch number, {@link Lot#NONE} or {@link Lot#UNKNOWN}
 */
public record StockKey(String site, Account account, String item, String lot)
    implements Comparable<StockKey> {
  private static final Comparator<StockKey> ORDER =
      Comparator.comparing(StockKey::card).thenComparing(StockKey::lot);

  public CardKey card() {
    return new CardKey(site, account, item);
  }

  @Override
  public int compareTo(StockKey other) {
    return ORDER.compare(this, other);
  }
}
