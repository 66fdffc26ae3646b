package io.bincard.server.audit;

import java.util.List;
import java.util.SortedMap;

/**
 * What an audit came to.
 *
 * @param sites how many were audited
 * @param operations how many were read from their journals
 * @param cards how many bin cards were folded
 * @param byKind how many differences there are of each kind that occurs
 * @param differences the first of them, {@link #LISTED} at most
 */
public record Report(
    int sites,
    long operations,
    long cards,
    SortedMap<Difference.Kind, Long> byKind,
    List<Difference> differences) {
  /** How many differences a report lists; all are counted, and a listener hears of all. */
  public static final int LISTED = 10_000;

  public Report {
    differences = List.copyOf(differences);
  }

  public boolean isClean() {
    return byKind.isEmpty();
  }
}
