package io.bincard.model.stock;

import io.bincard.model.time.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where people differ within one count task on one lot. Each person's last count is brought to one
 * instant by taking off the moves before it; two who agree outvote the rest.
 */
final class Disputes {
  /** What moved, and then what was said. */
  record Step(SortedMap<String, Quantity> moved, Statement statement) {}

  private record Subject(Position at, String lot) {}

  /** One person's last count, brought to the instant before everything that moved. */
  private record Voice(Statement.Count count, Quantity normalised) {
    boolean isApproved() {
      return count.ruling().decision() == Ruling.Decision.APPROVED;
    }
  }

  private final Set<Subject> disputed = new HashSet<>();
  private final Set<Subject> outvoted = new HashSet<>();

  private Disputes() {}

  static Disputes among(List<Step> steps, List<String> lots) {
    Disputes disputes = new Disputes();
    if (steps.stream().filter(s -> s.statement() instanceof Statement.Count).count() > 1) {
      lots.forEach(lot -> disputes.onLot(lot, steps));
      disputes.acrossLots(steps);
    }
    return disputes;
  }

  boolean disputed(Statement.Count count, String lot) {
    return disputed.contains(new Subject(count.at(), lot));
  }

  boolean outvoted(Statement.Count count, String lot) {
    return outvoted.contains(new Subject(count.at(), lot));
  }

  /** Others say otherwise, on some lot. */
  boolean contest(Statement.Count count) {
    return Stream.concat(disputed.stream(), outvoted.stream())
        .anyMatch(subject -> subject.at().equals(count.at()));
  }

  private void onLot(String lot, List<Step> steps) {
    Map<String, Map<String, Voice>> byTask = new TreeMap<>();
    Quantity moved = Quantity.ZERO;
    for (Step step : steps) {
      moved = moved.plus(step.moved().getOrDefault(lot, Quantity.ZERO));
      if (step.statement() instanceof Statement.Count count
          && !(count.coverage() instanceof Coverage.AcrossLots)
          && count.coverage().covers(lot)) {
        add(byTask, count, moved);
      }
    }
    byTask.values().forEach(voices -> judge(voices.values(), lot));
  }

  private void acrossLots(List<Step> steps) {
    Map<String, Map<String, Voice>> byTask = new TreeMap<>();
    Quantity moved = Quantity.ZERO;
    for (Step step : steps) {
      moved = moved.plus(FoldedCard.sum(List.copyOf(step.moved().values())));
      if (step.statement() instanceof Statement.Count count
          && count.coverage() instanceof Coverage.AcrossLots) {
        add(byTask, count, moved);
      }
    }
    byTask.values().forEach(voices -> judge(voices.values(), Lot.UNKNOWN));
  }

  private static void add(
      Map<String, Map<String, Voice>> byTask, Statement.Count count, Quantity moved) {
    byTask
        .computeIfAbsent(count.task(), task -> new LinkedHashMap<>())
        .put(count.user(), new Voice(count, count.stated().minus(moved)));
  }

  private void judge(Collection<Voice> voices, String lot) {
    Map<Quantity, List<Voice>> camps = new TreeMap<>();
    for (Voice voice : voices) {
      camps.computeIfAbsent(voice.normalised(), q -> new ArrayList<>()).add(voice);
    }
    if (camps.size() < 2) {
      return;
    }
    int most = camps.values().stream().mapToInt(List::size).max().orElse(0);
    List<List<Voice>> largest = camps.values().stream().filter(c -> c.size() == most).toList();
    if (most >= 2 && largest.size() == 1) {
      add(voices.stream().filter(v -> !largest.get(0).contains(v)), lot, outvoted);
    } else if (voices.stream().anyMatch(Voice::isApproved)) {
      add(voices.stream().filter(v -> !v.isApproved()), lot, outvoted);
    } else {
      add(voices.stream(), lot, disputed);
    }
  }

  private static void add(Stream<Voice> voices, String lot, Set<Subject> to) {
    voices.forEach(voice -> to.add(new Subject(voice.count().at(), lot)));
  }
}
