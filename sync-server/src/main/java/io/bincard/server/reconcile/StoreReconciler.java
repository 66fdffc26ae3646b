package io.bincard.server.reconcile;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Intent;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.LineHeader;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.PushHeader;
import io.bincard.model.time.Corrected;
import io.bincard.model.time.CorrectedTime;
import io.bincard.server.work.WorkPlan;
import io.bincard.server.work.WorkPlanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one door, over a {@link Store}: load, plan, apply. Safe for any number of threads.
 *
 * <p>This is the middle of the path of a scan: {@code push} hands in lines, {@link Intake} gives
 * them their place, {@link ClosureFinder} says what they touch, {@link Planner} what follows.
 */
public final class StoreReconciler implements Reconciler {
  /** The most counts that settle in one transaction: pushes wait for it. */
  public static final int SETTLED_AT_ONCE = 500;

  private final Store store;
  private final String ownDevice;
  private final Supplier<UUID> ids;

  /**
   * Makes the door of one server process.
   *
   * @param ownDevice names this process's journals, one a site
   * @param ids makes ids for what the server itself journals, UUIDs of version 7
   */
  public StoreReconciler(Store store, String ownDevice, Supplier<UUID> ids) {
    this.store = store;
    this.ownDevice = ownDevice;
    this.ids = ids;
  }

  @Override
  public PushAnswer push(String site, String device, PushHeader header, List<IncomingLine> lines) {
    return store.inTransaction(
        site, Store.Access.SHARED, session -> push(session, site, device, header, lines));
  }

  private static PushAnswer push(
      Store.Session session,
      String site,
      String device,
      PushHeader header,
      List<IncomingLine> lines) {
    JournalHead head = session.head(device);
    Intake intake =
        Intake.of(
            head,
            header,
            lines,
            known(session, head, header, lines),
            session.outcomes(lines.stream().map(line -> line.header().id()).toList()),
            continuesFork(session, head, lines),
            session.now());
    if (intake.sendFrom() != null) {
      return answer(session, end(session, head, header.epoch()), intake.sendFrom(), List.of());
    }
    List<Arrival> vetted = apply(session, site, intake.arrivals(), intake.forked(), intake.head());
    JournalEnd end = end(session, intake.head(), header.epoch());
    return answer(session, end, null, outcomes(intake, vetted));
  }

  /** A branch can be longer than one push: what follows its lines is no gap. */
  private static boolean continuesFork(
      Store.Session session, JournalHead head, List<IncomingLine> lines) {
    if (lines.isEmpty() || lines.get(0).header().seq() <= head.seq() + 1) {
      return false;
    }
    LineHeader first = lines.get(0).header();
    return session.isOnFork(head.device(), first.epoch(), first.seq() - 1, first.prevHash());
  }

  private static PushAnswer answer(
      Store.Session session, JournalEnd end, @Nullable Long sendFrom, List<Outcome> outcomes) {
    return new PushAnswer(session.incarnation(), end.seq(), end.hash(), sendFrom, outcomes);
  }

  /** Where the epoch that was pushed ends, which need not be the journal's last. */
  private static JournalEnd end(Store.Session session, JournalHead head, int epoch) {
    if (epoch == head.epoch()) {
      return new JournalEnd(head.seq(), head.hash());
    }
    return epoch > head.epoch() ? JournalEnd.NONE : session.end(head.device(), epoch);
  }

  /** What is stored at the places of lines that are not new. */
  private static Map<Long, StoredOperation> known(
      Store.Session session, JournalHead head, PushHeader header, List<IncomingLine> lines) {
    if (lines.isEmpty()) {
      return Map.of();
    }
    long from = lines.get(0).header().seq();
    long to = lines.get(lines.size() - 1).header().seq();
    boolean allNew =
        header.epoch() > head.epoch() || (header.epoch() == head.epoch() && from > head.seq());
    return allNew ? Map.of() : session.operations(head.device(), header.epoch(), from, to);
  }

  private static List<Outcome> outcomes(Intake intake, List<Arrival> vetted) {
    Map<Long, Outcome> bySeq = new HashMap<>();
    vetted.forEach(arrival -> bySeq.put(arrival.header().seq(), arrival.outcome()));
    return intake.outcomes().stream()
        .map(
            outcome ->
                outcome.kind() == Outcome.Kind.APPLIED
                    ? bySeq.getOrDefault(outcome.seq(), outcome)
                    : outcome)
        .toList();
  }

  private static List<Arrival> apply(
      Store.Session session,
      String site,
      List<Arrival> arrivals,
      List<Plan.ForkedLine> forked,
      JournalHead head) {
    if (arrivals.isEmpty() && forked.isEmpty()) {
      return arrivals;
    }
    References references = session.references(ClosureFinder.query(arrivals));
    List<Arrival> vetted = Vetting.vet(arrivals, references);
    Changes changes = Changes.of(vetted, references);
    Closure closure = ClosureFinder.closure(site, vetted, forked, changes, references);
    Slice slice = session.load(closure);
    session.apply(
        Planner.plan(
            site,
            vetted,
            forked,
            changes,
            references,
            slice,
            vetted.isEmpty() ? null : head,
            session.now()));
    return vetted;
  }

  @Override
  public List<Outcome> record(String site, List<Entry> entries) {
    return store.inTransaction(
        site, Store.Access.EXCLUSIVE, session -> record(session, site, entries));
  }

  /**
   * Settles counts of a site that can be, at most {@link #SETTLED_AT_ONCE}. Looks before it holds
   * the site: most rounds find nothing.
   *
   * @return how many
   */
  public int settle(String site) {
    boolean any =
        store.inTransaction(
            site, Store.Access.SHARED, session -> !SettlingPlanner.settle(session).isEmpty());
    return any ? store.inTransaction(site, Store.Access.EXCLUSIVE, s -> settle(s, site)) : 0;
  }

  private int settle(Store.Session session, String site) {
    List<Entry> entries =
        SettlingPlanner.settle(session).stream()
            .limit(SETTLED_AT_ONCE)
            .map(body -> new Entry(ids.get(), "", body))
            .toList();
    record(session, site, entries);
    return entries.size();
  }

  /** Each intent sees what the entries before it did; all others are taken together. */
  private List<Outcome> record(Store.Session session, String site, List<Entry> entries) {
    Map<UUID, Outcome> outcomes =
        new HashMap<>(session.outcomes(entries.stream().map(Entry::id).toList()));
    Set<UUID> known = new HashSet<>(outcomes.keySet());
    List<Entry> together = new ArrayList<>();
    for (Entry entry : entries) {
      if (!known.add(entry.id())) {
        continue;
      }
      if (entry.body() instanceof Intent intent) {
        journal(session, site, together, outcomes);
        together.clear();
        decide(session, site, entry, intent, outcomes);
      } else {
        together.add(entry);
      }
    }
    journal(session, site, together, outcomes);
    return entries.stream().map(entry -> outcome(outcomes, entry)).toList();
  }

  private static Outcome outcome(Map<UUID, Outcome> outcomes, Entry entry) {
    Outcome outcome = outcomes.get(entry.id());
    if (outcome == null) {
      throw new IllegalStateException("no outcome for " + entry.id());
    }
    return outcome;
  }

  private void decide(
      Store.Session session, String site, Entry entry, Intent intent, Map<UUID, Outcome> outcomes) {
    WorkPlan plan =
        switch (intent) {
          case Intent.WorkClaimed claimed ->
              WorkPlanner.claim(session.claim(claimed.work(), claimed.device(), entry.user()));
          case Intent.WorkReleased released ->
              WorkPlanner.release(session.work(released.work()), released);
        };
    switch (plan) {
      case WorkPlan.Refused refused ->
          journal(session, site, List.of(entry), outcomes, refused.refusal().name());
      case WorkPlan.Done done -> {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry);
        for (Body record : done.records()) {
          entries.add(new Entry(ids.get(), entry.user(), record));
        }
        journal(session, site, entries, outcomes);
      }
    }
  }

  private void journal(
      Store.Session session, String site, List<Entry> entries, Map<UUID, Outcome> outcomes) {
    journal(session, site, entries, outcomes, null);
  }

  private void journal(
      Store.Session session,
      String site,
      List<Entry> entries,
      Map<UUID, Outcome> outcomes,
      @Nullable String refusal) {
    if (entries.isEmpty()) {
      return;
    }
    JournalHead head = session.ownHead(ownDevice);
    long now = Math.max(session.now(), head.time().lastT());
    List<Arrival> arrivals = new ArrayList<>(entries.size());
    int epoch = Math.max(1, head.epoch());
    long seq = head.seq();
    String hash = head.hash();
    for (Entry entry : entries) {
      seq++;
      JournalLine line = JournalLine.write(operation(site, epoch, seq, hash, entry, now));
      hash = line.hash();
      arrivals.add(arrival(IncomingLine.of(line), now, refusal));
    }
    JournalHead end =
        new JournalHead(
            ownDevice, epoch, seq, hash, new CorrectedTime(head.time().lastAnchor(), now));
    apply(session, site, arrivals, List.of(), end)
        .forEach(arrival -> outcomes.put(arrival.header().id(), arrival.outcome()));
  }

  private Operation operation(
      String site, int epoch, long seq, String prevHash, Entry entry, long now) {
    return new Operation(
        entry.id(),
        site,
        ownDevice,
        epoch,
        seq,
        prevHash,
        entry.user(),
        new Clocks("server", now, now),
        "",
        "",
        Operation.CURRENT_VERSION,
        null,
        entry.body());
  }

  private static Arrival arrival(IncomingLine line, long now, @Nullable String refusal) {
    Outcome outcome =
        new Outcome(
            line.header().seq(),
            line.header().id(),
            refusal == null ? Outcome.Kind.APPLIED : Outcome.Kind.REFUSED,
            refusal);
    return new Arrival(
        line.header(),
        line.text(),
        line.hash(),
        line.operation(),
        new Corrected(now, 0),
        outcome,
        false);
  }
}
