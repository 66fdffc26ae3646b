package io.bincard.server.imports;

import io.bincard.server.imports.Progress.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works out what the rows of one file mean to the books, and changes nothing. */
final class Planner<K, R> {
  private static final int ROWS_BETWEEN_SIGNS_OF_LIFE = 1_000;

  private final FileKind<K, R> kind;
  private final References references;
  private final Progress progress;
  private final List<Verdict> verdicts = new ArrayList<>();

  Planner(FileKind<K, R> kind, References references, Progress progress) {
    this.kind = kind;
    this.references = references;
    this.progress = progress;
  }

  Plan<R> plan(List<SheetRow> rows) {
    references.load(rows);
    Map<K, List<SheetRow>> entries = entries(rows);
    Map<K, Change<R>> changes = read(entries, rows.size());

    List<Change<R>> good = changes.values().stream().filter(Change::isGood).toList();
    Set<Change<R>> recorded = kind.recorded(good);
    Set<Change<R>> open = new HashSet<>(good);
    open.removeAll(recorded);
    kind.object(good.stream().filter(open::contains).toList());

    List<Change<R>> pending = new ArrayList<>();
    changes.forEach(
        (key, change) -> {
          Fate fate = recorded.contains(change) ? Fate.UNCHANGED : kind.fate(change);
          if (!change.isGood()) {
            wrong(key, change.rows());
          } else {
            right(key, change, fate);
          }
          if (fate != Fate.UNCHANGED) {
            pending.add(change);
          }
        });
    verdicts.sort(Comparator.comparingInt(Verdict::line));
    Plan<R> plan = new Plan<>(rows.size(), verdicts, pending);
    return plan.isGood() ? plan : new Plan<>(rows.size(), verdicts, List.of());
  }

  /** Rows by what they are about, in the order of the file. */
  private Map<K, List<SheetRow>> entries(List<SheetRow> rows) {
    Map<K, List<SheetRow>> entries = new LinkedHashMap<>();
    for (SheetRow row : rows) {
      if (!row.isGood()) {
        errors("", row);
        continue;
      }
      K key = kind.key(row);
      List<SheetRow> entry = entries.computeIfAbsent(key, first -> new ArrayList<>());
      if (!entry.isEmpty() && !kind.severalRowsAnEntry()) {
        row.reject("", "line " + entry.get(0).line() + " is about the same: take one of them away");
        errors(key.toString(), row);
      } else {
        entry.add(row);
      }
    }
    return entries;
  }

  private Map<K, Change<R>> read(Map<K, List<SheetRow>> entries, int rows) {
    Map<K, R> present = kind.present(entries.keySet());
    Map<K, Change<R>> changes = new LinkedHashMap<>();
    int done = 0;
    int next = 0;
    for (Map.Entry<K, List<SheetRow>> entry : entries.entrySet()) {
      if (done >= next) {
        progress.at(Step.CHECKING, done, rows);
        next = done + ROWS_BETWEEN_SIGNS_OF_LIFE;
      }
      K key = entry.getKey();
      R before = present.get(key);
      R after = kind.read(key, entry.getValue(), before, references);
      Change<R> change = new Change<>(kind.site(key), entry.getValue(), before, after);
      if (change.isGood()) {
        references.expect(after);
      }
      changes.put(key, change);
      done += entry.getValue().size();
    }
    return changes;
  }

  private void right(K key, Change<R> change, Fate fate) {
    String description = fate == Fate.UNCHANGED ? "" : kind.describe(change);
    for (SheetRow row : change.rows()) {
      verdicts.add(new Verdict(row.line(), fate, key.toString(), "", description));
      description = "";
    }
  }

  private void wrong(K key, List<SheetRow> rows) {
    int firstWrong =
        rows.stream()
            .filter(row -> !row.isGood())
            .mapToInt(SheetRow::line)
            .findFirst()
            .orElseThrow();
    for (SheetRow row : rows) {
      if (row.isGood()) {
        row.reject("", "belongs together with line " + firstWrong + ", which is wrong");
      }
      errors(key.toString(), row);
    }
  }

  private void errors(String subject, SheetRow row) {
    for (Finding finding : row.findings()) {
      verdicts.add(
          new Verdict(row.line(), Fate.ERROR, subject, finding.field(), finding.message()));
    }
  }
}
