package io.bincard.server.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lot of an item, as one site sees it.
 *
 * @param expiry its last good day in the site's zone; null if it does not expire
 */
public record Lot(Key key, @Nullable LocalDate expiry, LotStatus status) {

  /**
   * Names a lot.
   *
   * @param lot the batch number
   */
  public record Key(String site, String item, String lot) {
    @Override
    public String toString() {
      return lot + " of " + item + " in " + site;
    }
  }
}
