package io.bincard.server.reconcile;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.PushHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What some people did in a small warehouse, in true time, and what was decided meanwhile. In which
 * order the server hears of it is a {@link Hearsay}.
 *
 * @param journals what each device recorded, by device
 * @param decisions in the order of time, each at a time of its own
 */
record World(
    long seed,
    SiteSettings settings,
    List<Tolerances.Row> tolerances,
    Map<String, List<Deed>> journals,
    List<Ruling> decisions) {

  /**
   * Something done.
   *
   * @param at the true time, which nobody knows
   * @param clocks what the device's clocks showed
   */
  record Deed(UUID id, long at, String user, Clocks clocks, Body body) {
    boolean isAnchor() {
      return body instanceof Fact.TimeAnchored;
    }
  }

  /**
   * Something decided.
   *
   * @param about an operation that is known by then, if it can be
   */
  record Ruling(UUID id, long at, Body body, @Nullable UUID about) {}

  World {
    journals = new TreeMap<>(journals);
    decisions = List.copyOf(decisions);
  }

  /**
   * The lines of one device's journal, chained.
   *
   * @param name what the device is called at that site
   */
  List<IncomingLine> lines(String site, String device, String name) {
    List<IncomingLine> lines = new ArrayList<>();
    String hash = "";
    for (Deed deed : journals.get(device)) {
      Operation operation =
          new Operation(
              deed.id(),
              site,
              name,
              1,
              lines.size() + 1L,
              hash,
              deed.user(),
              deed.clocks(),
              "",
              "test",
              Operation.CURRENT_VERSION,
              null,
              deed.body());
      JournalLine line = JournalLine.write(operation);
      hash = line.hash();
      lines.add(IncomingLine.of(line));
    }
    return lines;
  }

  /** The first anchor at or after an operation; null if there is none. */
  @Nullable Deed anchorFrom(String device, int index) {
    List<Deed> deeds = journals.get(device);
    for (int i = index; i < deeds.size(); i++) {
      if (deeds.get(i).isAnchor()) {
        return deeds.get(i);
      }
    }
    return null;
  }

  /** What a push of the operations before {@code end} says besides them. */
  PushHeader header(String device, int end, String name) {
    Deed anchor = anchorFrom(device, end - 1);
    boolean within = journals.get(device).get(end - 1).isAnchor();
    if (anchor == null || within) {
      return new PushHeader(name, 1, null);
    }
    Fact.TimeAnchored ahead = (Fact.TimeAnchored) anchor.body();
    return new PushHeader(
        name,
        1,
        new PushHeader.AnchorAhead(
            anchor.clocks().run(), ahead.monotonic(), ahead.serverTime(), ahead.uncertainty()));
  }

  int size() {
    return decisions.size() + journals.values().stream().mapToInt(List::size).sum();
  }

  World without(String device, int index) {
    Map<String, List<Deed>> fewer = new TreeMap<>(journals);
    List<Deed> deeds = new ArrayList<>(journals.get(device));
    deeds.remove(index);
    fewer.put(device, deeds);
    return new World(seed, settings, tolerances, fewer, decisions);
  }

  World withoutDecision(int index) {
    List<Ruling> fewer = new ArrayList<>(decisions);
    fewer.remove(index);
    return new World(seed, settings, tolerances, journals, fewer);
  }

  /** The world as a story, in true time. */
  @Override
  public String toString() {
    TreeMap<Long, StringBuilder> story = new TreeMap<>();
    journals.forEach(
        (device, deeds) -> {
          for (int i = 0; i < deeds.size(); i++) {
            Deed deed = deeds.get(i);
            tell(story, deed.at())
                .append(
                    "  %s/%d %s: %s  (%s, monotonic %d, wall %d) %s%n"
                        .formatted(
                            device,
                            i + 1,
                            deed.user(),
                            deed.body(),
                            deed.clocks().run(),
                            deed.clocks().monotonic(),
                            deed.clocks().wall(),
                            deed.id()));
          }
        });
    for (Ruling ruling : decisions) {
      tell(story, ruling.at()).append("  decided: %s %s%n".formatted(ruling.body(), ruling.id()));
    }
    StringBuilder all =
        new StringBuilder("World %d, %s, %s%n".formatted(seed, settings, tolerances));
    story.forEach((at, told) -> all.append("at ").append(at).append("\n").append(told));
    return all.toString();
  }

  private static StringBuilder tell(TreeMap<Long, StringBuilder> story, long at) {
    return story.computeIfAbsent(at, any -> new StringBuilder());
  }
}
