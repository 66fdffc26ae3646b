package io.bincard.handheld.journal;

import io.bincard.model.sync.Outcome;
import java.util.List;
import java.util.Map;

/**
 * What is to be written down after the server has answered, in one transaction.
 *
 * @param incarnation of the server's data
 * @param through by epoch: the server has answered for everything up to here; can be less than
 *     before
 * @param epoch which the outcomes belong to
 */
public record Acknowledgement(
    String incarnation, Map<Integer, Long> through, int epoch, List<Outcome> outcomes) {
  public Acknowledgement {
    through = Map.copyOf(through);
    outcomes = List.copyOf(outcomes);
  }
}
