package io.bincard.model.stock;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decides about a count besides its variance.
 *
 * @param tolerance as it was in force when the count was made
 * @param decision the last decision of a supervisor, in canonical order
 * @param settlement how the count was made final, if it was
 */
public record Ruling(Tolerance tolerance, Decision decision, @Nullable Settlement settlement) {
  /** What a supervisor said of the count. */
  public enum Decision {
    NONE,
    APPROVED,
    REJECTED
  }

  /**
   * The recorded end of the matter: the same for ever, whatever arrives later.
   *
   * @param acceptedByLot for the lots of this card that were known when it settled
   * @param otherwise for lots heard of only later
   * @param heads the journals it had seen, per device
   */
  public record Settlement(Map<String, Boolean> acceptedByLot, boolean otherwise, Heads heads) {
    public Settlement {
      acceptedByLot = Map.copyOf(acceptedByLot);
    }

    boolean accepts(String lot) {
      return acceptedByLot.getOrDefault(lot, otherwise);
    }
  }

  public static Ruling of(Tolerance tolerance) {
    return new Ruling(tolerance, Decision.NONE, null);
  }

  public Ruling decided(Decision last) {
    return new Ruling(tolerance, last, settlement);
  }

  public Ruling settled(Settlement finalWord) {
    return new Ruling(tolerance, decision, finalWord);
  }

  public boolean isSettled() {
    return settlement != null;
  }
}
