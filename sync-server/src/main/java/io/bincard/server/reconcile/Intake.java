package io.bincard.server.reconcile;

import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PushHeader;
import io.bincard.model.time.Anchor;
import io.bincard.model.time.Corrected;
import io.bincard.model.time.CorrectedTime;
import io.bincard.model.time.Stamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives each line of a push its place in the device's journal: new, seen before, or of a branch
 * that parts from it. Pure. Numbered as in docs/protocol.md, "Push".
 *
 * @param arrivals what is new, with its corrected time, frozen from now on
 * @param forked what parts from the journal
 * @param outcomes of every line, in order
 * @param head where the journal ends now
 * @param sendFrom set if lines are missing before these: nothing is taken
 */
record Intake(
    List<Arrival> arrivals,
    List<Plan.ForkedLine> forked,
    List<Outcome> outcomes,
    JournalHead head,
    @Nullable Long sendFrom) {
  static final String FORKED = "FORKED";

  /**
   * Takes lines in.
   *
   * @param lines consecutive in seq, of one device and epoch
   * @param stored what the server has at the places of those lines
   * @param elsewhere the outcomes of ids that are known from other places
   * @param continuesFork the line before the first is known to be of a branch
   * @param now the database's time
   */
  static Intake of(
      JournalHead head,
      PushHeader push,
      List<IncomingLine> lines,
      Map<Long, StoredOperation> stored,
      Map<UUID, Outcome> elsewhere,
      boolean continuesFork,
      long now) {
    JournalHead start = push.epoch() > head.epoch() ? beginning(head, push.epoch()) : head;
    // 1. A gap: nothing is taken, the device sends what is missing first.
    if (push.epoch() == start.epoch()
        && !continuesFork
        && !lines.isEmpty()
        && lines.get(0).header().seq() > start.seq() + 1) {
      return new Intake(List.of(), List.of(), List.of(), head, start.seq() + 1);
    }
    int seen = seenBefore(lines, stored);
    int next = seen + nextInChain(lines.subList(seen, lines.size()), start, push.epoch());
    // 2. Seen before: the stored outcome, for ever.
    List<Outcome> outcomes = new ArrayList<>(lines.size());
    lines
        .subList(0, seen)
        .forEach(line -> outcomes.add(known(stored, line.header().seq()).outcome()));
    // 3. New: takes its place.
    List<IncomingLine> fresh = lines.subList(seen, next);
    CorrectedTime.Result times = correct(start.time(), fresh, push, now);
    List<Arrival> arrivals = arrivals(fresh, times.times(), elsewhere);
    arrivals.forEach(arrival -> outcomes.add(arrival.outcome()));
    // 4. Another content at a place that is taken, and all that builds on it: a fork.
    List<Plan.ForkedLine> forked = new ArrayList<>();
    for (IncomingLine line : lines.subList(next, lines.size())) {
      forked.add(new Plan.ForkedLine(line.header(), line.text(), line.hash()));
      outcomes.add(outcome(line, Outcome.Kind.QUARANTINED, FORKED));
    }
    return new Intake(arrivals, forked, outcomes, end(head, start, fresh, times), null);
  }

  private static JournalHead beginning(JournalHead head, int epoch) {
    return new JournalHead(head.device(), epoch, 0, "", head.time());
  }

  private static JournalHead end(
      JournalHead head, JournalHead start, List<IncomingLine> fresh, CorrectedTime.Result times) {
    if (fresh.isEmpty()) {
      return head;
    }
    IncomingLine last = fresh.get(fresh.size() - 1);
    return new JournalHead(
        head.device(), start.epoch(), last.header().seq(), last.hash(), times.next());
  }

  private static int seenBefore(List<IncomingLine> lines, Map<Long, StoredOperation> stored) {
    int count = 0;
    while (count < lines.size() && isSame(lines.get(count), stored)) {
      count++;
    }
    return count;
  }

  private static boolean isSame(IncomingLine line, Map<Long, StoredOperation> stored) {
    StoredOperation known = stored.get(line.header().seq());
    return known != null && known.hash().equals(line.hash());
  }

  private static StoredOperation known(Map<Long, StoredOperation> stored, long seq) {
    StoredOperation known = stored.get(seq);
    if (known == null) {
      throw new IllegalStateException("operation " + seq + " was there a moment ago");
    }
    return known;
  }

  private static int nextInChain(List<IncomingLine> lines, JournalHead start, int epoch) {
    if (epoch != start.epoch()) {
      return 0; // the journal went on in a later epoch: whoever still writes here is another
    }
    int count = 0;
    long seq = start.seq();
    String hash = start.hash();
    while (count < lines.size()
        && lines.get(count).header().seq() == seq + 1
        && lines.get(count).header().prevHash().equals(hash)) {
      hash = lines.get(count).hash();
      seq++;
      count++;
    }
    return count;
  }

  private static CorrectedTime.Result correct(
      CorrectedTime from, List<IncomingLine> fresh, PushHeader push, long now) {
    List<Stamp> stamps = fresh.stream().map(line -> stamp(line, now)).toList();
    PushHeader.AnchorAhead ahead = push.anchor();
    Anchor following =
        ahead == null || ahead.serverTime() > now
            ? null
            : new Anchor(ahead.run(), ahead.monotonic(), ahead.serverTime(), ahead.uncertainty());
    return from.correct(stamps, following);
  }

  /** An anchor from the future measures nothing, and must not drag a whole journal there. */
  private static Stamp stamp(IncomingLine line, long now) {
    Clocks clocks = line.header().clocks();
    Operation operation = line.operation();
    Anchor anchor = null;
    if (operation != null
        && operation.body() instanceof Fact.TimeAnchored anchored
        && anchored.serverTime() <= now) {
      anchor =
          new Anchor(
              clocks.run(), anchored.monotonic(), anchored.serverTime(), anchored.uncertainty());
    }
    long wall = Math.min(clocks.wall(), now); // what has arrived has happened
    return new Stamp(clocks.run(), clocks.monotonic(), wall, anchor);
  }

  private static List<Arrival> arrivals(
      List<IncomingLine> fresh, List<Corrected> times, Map<UUID, Outcome> elsewhere) {
    List<Arrival> arrivals = new ArrayList<>(fresh.size());
    Set<UUID> ids = new HashSet<>(elsewhere.keySet());
    for (int i = 0; i < fresh.size(); i++) {
      IncomingLine line = fresh.get(i);
      boolean repeated = !ids.add(line.header().id());
      Outcome first = elsewhere.get(line.header().id());
      Outcome outcome = first == null ? judge(line) : outcome(line, first.kind(), first.code());
      arrivals.add(
          new Arrival(
              line.header(),
              line.text(),
              line.hash(),
              line.operation(),
              times.get(i),
              outcome,
              repeated));
    }
    return arrivals;
  }

  private static Outcome judge(IncomingLine line) {
    Operation operation = line.operation();
    String complaint = operation == null ? unreadable(line) : FactCheck.complaint(operation.body());
    return complaint == null
        ? outcome(line, Outcome.Kind.APPLIED, null)
        : outcome(line, Outcome.Kind.QUARANTINED, complaint);
  }

  private static String unreadable(IncomingLine line) {
    return line.header().version() > Operation.CURRENT_VERSION ? "UNKNOWN_VERSION" : "UNREADABLE";
  }

  private static Outcome outcome(IncomingLine line, Outcome.Kind kind, @Nullable String code) {
    return new Outcome(line.header().seq(), line.header().id(), kind, code);
  }
}
