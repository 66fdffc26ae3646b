package io.bincard.model.stock;

import java.util.Comparator;

/**
 * Names one bin card: all lots of one item in one account of one site. The card is the unit that is
 * folded, because a count without lot and a shortfall look at all lots together.
 */
public record CardKey(String site, Account account, String item) implements Comparable<CardKey> {
  private static final Comparator<CardKey> ORDER =
      Comparator.comparing(CardKey::site)
          .thenComparing(CardKey::account)
          .thenComparing(CardKey::item);

  public StockKey lot(String lot) {
    return new StockKey(site, account, item, lot);
  }

  @Override
  public int compareTo(CardKey other) {
    return ORDER.compare(this, other);
  }
}
