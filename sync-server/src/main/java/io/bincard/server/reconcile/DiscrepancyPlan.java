package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.Finding;
import io.bincard.model.discrepancy.Rules;
import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares what does not add up now with what was known not to. A discrepancy opens with its first
 * finding, opens again when the evidence is not the one that was accepted, and closes by itself.
 */
final class DiscrepancyPlan {
  private final Map<StoredDiscrepancy.Key, StoredDiscrepancy> known = new HashMap<>();
  private final Map<StoredDiscrepancy.Key, StoredDiscrepancy> now = new HashMap<>();
  private final Set<String> scopes = new HashSet<>();
  private final long time;

  DiscrepancyPlan(List<StoredDiscrepancy> stored, long time) {
    stored.forEach(each -> known.put(each.key(), each));
    this.time = time;
  }

  void look(Subject subject) {
    found(subject, Rules.findings(subject));
  }

  void found(Subject subject, List<Finding> findings) {
    scopes.add(subject.scope());
    for (Finding finding : findings) {
      StoredDiscrepancy.Key key = new StoredDiscrepancy.Key(finding.code(), finding.subject());
      StoredDiscrepancy before = known.get(key);
      now.put(
          key,
          new StoredDiscrepancy(
              finding.code(),
              finding.subject(),
              subject.scope(),
              true,
              finding.fingerprint(),
              before == null ? Set.of() : before.accepted(),
              finding.summary(),
              finding.operations(),
              before != null && before.holds() ? before.opened() : time));
    }
  }

  void accept(Decision.Accepted accepted) {
    StoredDiscrepancy.Key key = StoredDiscrepancy.Key.of(accepted);
    StoredDiscrepancy found = now.get(key);
    StoredDiscrepancy before = found == null ? known.get(key) : found;
    if (key != null && before != null) {
      Set<String> fingerprints = new HashSet<>(before.accepted());
      fingerprints.add(accepted.fingerprint());
      now.put(key, before.accepting(fingerprints));
    }
  }

  /** What changed, in the order of code and subject. */
  List<StoredDiscrepancy> changes() {
    TreeMap<String, StoredDiscrepancy> changed = new TreeMap<>();
    now.forEach(
        (key, after) -> {
          if (!after.equals(known.get(key))) {
            changed.put(key.code() + " " + key.subject(), after);
          }
        });
    known.forEach(
        (key, before) -> {
          if (before.holds() && scopes.contains(before.scope()) && !now.containsKey(key)) {
            changed.put(key.code() + " " + key.subject(), before.gone());
          }
        });
    return new ArrayList<>(changed.values());
  }
}
