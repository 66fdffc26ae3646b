package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Says what unknown scans mean now. Where the answer changed, the movement they stood for ceases to
 * count and the one they stand for begins to.
 */
final class ScanPlan {
  private final Map<String, Map<UUID, UnknownScan>> scans = new TreeMap<>();
  private final List<UnknownScan> changed = new ArrayList<>();
  private final List<UnknownScan> retracted = new ArrayList<>();
  private final List<Change> moves = new ArrayList<>();

  ScanPlan(Meanings meanings, Changes changes, Slice slice) {
    slice
        .scans()
        .forEach((code, list) -> list.forEach(scan -> of(code).put(scan.operation(), scan)));
    changes.all().forEach(this::change);
    scans.values().forEach(ofCode -> resolve(ofCode, meanings));
  }

  private Map<UUID, UnknownScan> of(String code) {
    return scans.computeIfAbsent(code, any -> new HashMap<>());
  }

  private void change(Change change) {
    if (change.effect() instanceof Effect.Unresolved scan) {
      if (change.undone()) {
        UnknownScan gone = of(scan.code()).remove(change.operation());
        if (gone != null) {
          retracted.add(gone);
          move(gone, true);
        }
      } else {
        UnknownScan fresh = new UnknownScan(change.operation(), change.at(), scan, null);
        of(scan.code()).put(change.operation(), fresh);
        changed.add(fresh);
      }
    }
  }

  private void resolve(Map<UUID, UnknownScan> ofCode, Meanings meanings) {
    for (UnknownScan scan : List.copyOf(ofCode.values())) {
      UnknownScan after = meanings.resolve(scan);
      if (!after.equals(scan)) {
        move(scan, true);
        move(after, false);
        ofCode.put(scan.operation(), after);
        changed.removeIf(other -> other.operation().equals(scan.operation()));
        changed.add(after);
      }
    }
  }

  private void move(UnknownScan scan, boolean undone) {
    Effect.Move move = scan.move();
    if (move != null) {
      moves.add(new Change(move, scan.at(), scan.operation(), scan.at().device(), "", undone));
    }
  }

  /** The movements that begin or cease to count. */
  List<Change> moves() {
    return List.copyOf(moves);
  }

  List<UnknownScan> changed() {
    return List.copyOf(changed);
  }

  List<UnknownScan> retracted() {
    return List.copyOf(retracted);
  }

  List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    scans.forEach(
        (code, ofCode) ->
            subjects.add(
                new Subject.Barcode(
                    code,
                    ofCode.values().stream()
                        .filter(scan -> scan.resolved() == null)
                        .sorted(Comparator.comparing(UnknownScan::at))
                        .map(UnknownScan::operation)
                        .toList())));
    return subjects;
  }
}
