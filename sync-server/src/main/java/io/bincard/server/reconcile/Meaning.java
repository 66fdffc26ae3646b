package io.bincard.server.reconcile;

import io.bincard.model.stock.Quantity;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a barcode means from some time on.
 *
 * @param assigned a supervisor assigned it, so that the first one also explains earlier scans; a
 *     meaning from the master data does not, or an import would move stock
 */
public record Meaning(long validFrom, String item, Quantity pack, boolean assigned) {

  /** The meaning in force at t; before the first assignment, the first one; else none. */
  static @Nullable Meaning at(long t, List<Meaning> meanings) {
    Comparator<Meaning> byTime = Comparator.comparingLong(Meaning::validFrom);
    return meanings.stream()
        .filter(meaning -> meaning.validFrom() <= t)
        .max(byTime)
        .or(() -> meanings.stream().filter(Meaning::assigned).min(byTime))
        .orElse(null);
  }
}
