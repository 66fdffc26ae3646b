package io.bincard.server.imports;

import io.bincard.model.sync.Outcome;
import io.bincard.server.reconcile.Entry;
import io.bincard.server.reconcile.Reconciler;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings rows to the reconciler as operations, and knows those it was brought before. */
record Journal(PostgresBooks books, Reconciler reconciler) {

  /** Those changes whose operation is in its site's journals. */
  <R> Set<Change<R>> recorded(List<Change<R>> changes, Function<Change<R>, UUID> id) {
    Map<String, Map<UUID, Change<R>>> bySite = new HashMap<>();
    for (Change<R> change : changes) {
      bySite.computeIfAbsent(change.site(), site -> new HashMap<>()).put(id.apply(change), change);
    }
    Set<Change<R>> recorded = new HashSet<>();
    bySite.forEach(
        (site, byId) ->
            books
                .journaled(site, List.copyOf(byId.keySet()))
                .forEach(known -> recorded.add(byId.get(known))));
    return recorded;
  }

  /** Journals entries of one site, all together. */
  void record(String site, List<Entry> entries) {
    String refused =
        reconciler.record(site, entries).stream()
            .filter(outcome -> outcome.kind() != Outcome.Kind.APPLIED)
            .map(outcome -> outcome.id() + " " + outcome.code())
            .collect(Collectors.joining(", "));
    if (!refused.isEmpty()) {
      throw new IllegalStateException("a decision is never refused, but was: " + refused);
    }
  }
}
