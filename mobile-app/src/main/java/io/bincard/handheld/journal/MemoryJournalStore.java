package io.bincard.handheld.journal;

import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A journal that lasts as long as the object, for devices that are only played. */
public final class MemoryJournalStore implements JournalStore {
  private record At(int epoch, long seq) implements Comparable<At> {
    private static final Comparator<At> ORDER =
        Comparator.comparingInt(At::epoch).thenComparingLong(At::seq);

    @Override
    public int compareTo(At other) {
      return ORDER.compare(this, other);
    }
  }

  private final NavigableMap<At, StoredLine> lines = new TreeMap<>();
  private final Map<UUID, StoredLine> byId = new HashMap<>();
  private final NavigableMap<At, Outcome> outcomes = new TreeMap<>();
  private final Map<Integer, Long> acknowledged = new HashMap<>();
  private @Nullable Identity identity;

  @Override
  public synchronized Optional<Identity> identity() {
    return Optional.ofNullable(identity);
  }

  @Override
  public synchronized void identify(Identity known) {
    identity = known;
  }

  @Override
  public synchronized void append(JournalLine line) {
    StoredLine stored = StoredLine.of(line);
    At at = new At(stored.epoch(), stored.seq());
    if (lines.containsKey(at) || byId.containsKey(stored.id())) {
      throw new JournalException("The journal has this line already: nothing was recorded.");
    }
    lines.put(at, stored);
    byId.put(stored.id(), stored);
  }

  @Override
  public synchronized void openEpoch(int epoch, @Nullable JournalLine first) {
    if (first != null) {
      append(first);
    }
    if (identity != null) {
      identity = identity.withEpoch(epoch);
    }
  }

  @Override
  public synchronized List<Extent> extents() {
    Map<Integer, Long> last = new TreeMap<>();
    lines.keySet().forEach(at -> last.put(at.epoch(), at.seq()));
    List<Extent> extents = new ArrayList<>();
    last.forEach((e, seq) -> extents.add(new Extent(e, seq, acknowledged.getOrDefault(e, 0L))));
    return extents;
  }

  @Override
  public synchronized List<StoredLine> lines(int epoch, long from, int limit) {
    return lines
        .subMap(new At(epoch, from), true, new At(epoch, Long.MAX_VALUE), true)
        .values()
        .stream()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<StoredLine> line(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Optional<StoredLine> lastScanned() {
    return lines.descendingMap().values().stream().filter(StoredLine::scanned).findFirst();
  }

  @Override
  public synchronized Optional<StoredLine> firstOfType(String type, int epoch, long from) {
    return lines.tailMap(new At(epoch, from), true).values().stream()
        .filter(line -> line.type().equals(type))
        .findFirst();
  }

  @Override
  public synchronized List<StoredLine> lastOfTypes(Set<String> types, int limit) {
    return lines.descendingMap().values().stream()
        .filter(line -> types.contains(line.type()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void acknowledge(Acknowledgement answer) {
    acknowledged.putAll(answer.through());
    answer.outcomes().forEach(o -> outcomes.put(new At(answer.epoch(), o.seq()), o));
    if (identity != null) {
      identity = identity.withIncarnation(answer.incarnation());
    }
  }

  @Override
  public synchronized Optional<Outcome> outcome(UUID id) {
    return Optional.ofNullable(byId.get(id))
        .map(line -> outcomes.get(new At(line.epoch(), line.seq())));
  }

  @Override
  public synchronized List<Outcome> notApplied() {
    return outcomes.values().stream()
        .filter(outcome -> outcome.kind() != Outcome.Kind.APPLIED)
        .toList();
  }

  @Override
  public void close() {}
}
