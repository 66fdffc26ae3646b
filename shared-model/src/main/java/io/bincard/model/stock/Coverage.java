package io.bincard.model.stock;

import java.util.Set;

/** Of which lots on a card somebody made a statement. */
public sealed interface Coverage {
  boolean covers(String lot);

  /** Of one lot; {@link Lot#NONE} for an item that has none. */
  record OneLot(String lot) implements Coverage {
    @Override
    public boolean covers(String other) {
      return lot.equals(other);
    }
  }

  /** Of the item as a whole, its lots unseen: no barrier for a single lot. */
  record AcrossLots() implements Coverage {
    @Override
    public boolean covers(String lot) {
      return true;
    }
  }

  /** Of every lot but these, also of those heard of only later. */
  record EveryLotExcept(Set<String> lots) implements Coverage {
    public EveryLotExcept {
      lots = Set.copyOf(lots);
    }

    @Override
    public boolean covers(String lot) {
      return !lots.contains(lot);
    }
  }
}
