package io.bincard.handheld.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.handheld.PlayedServer;
import io.bincard.handheld.device.PlayedClock;
import io.bincard.handheld.journal.Batch;
import io.bincard.handheld.journal.Extent;
import io.bincard.handheld.journal.Journal;
import io.bincard.handheld.journal.Journals;
import io.bincard.handheld.journal.MemoryJournalStore;
import io.bincard.handheld.journal.StoredLine;
import io.bincard.model.operation.Body;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.PushAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is done, pushed, lost and pulled in whatever order: the view is always right. */
class ViewProperties {
  /** What can happen; the number says how much of it. */
  enum Happening {
    PICK,
    UNDO,
    COUNT,
    PUSH,
    PUSH_WHOSE_ANSWER_IS_LOST,
    PULL,
    OTHERS_MOVE,
    BACK_UP,
    RESTORE_THE_SERVER,
    RESTART_THE_APP
  }

  record Event(Happening what, int much) {}

  @Provide
  Arbitrary<List<Event>> histories() {
    Arbitrary<Happening> what =
        Arbitraries.frequency(
            Tuple.of(8, Happening.PICK),
            Tuple.of(3, Happening.UNDO),
            Tuple.of(2, Happening.COUNT),
            Tuple.of(6, Happening.PUSH),
            Tuple.of(3, Happening.PUSH_WHOSE_ANSWER_IS_LOST),
            Tuple.of(8, Happening.PULL),
            Tuple.of(3, Happening.OTHERS_MOVE),
            Tuple.of(1, Happening.BACK_UP),
            Tuple.of(1, Happening.RESTORE_THE_SERVER),
            Tuple.of(1, Happening.RESTART_THE_APP));
    Arbitrary<Integer> much = Arbitraries.integers().between(0, 5);
    return Combinators.combine(what, much).as(Event::new).list().ofMaxSize(60);
  }

  @Property(tries = 500)
  void theViewNeitherLosesNorDoublesAnOperation(@ForAll("histories") List<Event> history) {
    Device device = new Device();
    for (Event event : history) {
      device.live(event);
      device.check();
    }
  }

  /** One device and its server, and what must be true of them. */
  private static final class Device {
    private static final OrderLine LINE = new OrderLine("o1", 1);
    private static final Account BIN = Account.bin("A-01");

    private final PlayedClock clock = new PlayedClock();
    private final MemoryJournalStore store = new MemoryJournalStore();
    private final ReplicaStore replica = new MemoryReplicaStore();
    private Journal journal = Journals.enrolled(store, clock);
    private View view = new View(replica, journal);
    private PlayedServer server = new PlayedServer();
    private Optional<PlayedServer> backup = Optional.empty();
    private int incarnations = 1;
    private long othersPulled;

    private final List<UUID> done = new ArrayList<>();
    private final List<Integer> amounts = new ArrayList<>();
    private final List<Boolean> undone = new ArrayList<>();
    private final List<UUID> counts = new ArrayList<>();

    void live(Event event) {
      int much = event.much();
      switch (event.what()) {
        case PICK -> pick(1 + much);
        case UNDO -> undo(much);
        case COUNT -> count(much);
        case PUSH -> push(1 + much, true);
        case PUSH_WHOSE_ANSWER_IS_LOST -> push(1 + much, false);
        case PULL -> pull(much);
        case OTHERS_MOVE -> server.change(BIN, "nut", much);
        case BACK_UP -> backup = Optional.of(server.backup());
        case RESTORE_THE_SERVER -> backup.ifPresent(this::restore);
        case RESTART_THE_APP -> restart();
      }
    }

    private UUID record(Body body) {
      return journal.append("ada", null, body).operation().id();
    }

    private void pick(int units) {
      Goods goods = Goods.of("nut", "", Quantity.units(units));
      done.add(record(new Fact.Picked(LINE, "A-01", "T1", goods)));
      amounts.add(units);
      undone.add(false);
    }

    private void undo(int which) {
      int index = done.size() - 1 - which;
      if (index >= 0 && !undone.get(index)) {
        record(new Fact.Undone(done.get(index)));
        undone.set(index, true);
      }
    }

    private void count(int units) {
      CountedKey key = new CountedKey("nut", null);
      counts.add(
          record(
              new Fact.CountLine(
                  new UUID(0, counts.size()),
                  "t",
                  "A-01",
                  key,
                  Quantity.units(units),
                  Quantity.units(1))));
    }

    private void push(int lines, boolean answerArrives) {
      journal.anchor("run-1", Journals.anchor(clock.now().monotonic()));
      Optional<Batch> batch = journal.nextBatch(lines, Long.MAX_VALUE);
      if (batch.isEmpty()) {
        return;
      }
      List<String> texts = batch.get().lines().stream().map(StoredLine::text).toList();
      PushAnswer answer = server.take(batch.get().header(), texts);
      if (answerArrives) {
        long through = answer.sendFrom() == null ? batch.get().last() : answer.sendFrom() - 1;
        journal.acknowledge(answer.incarnation(), 1, through, answer.outcomes());
      }
    }

    private void pull(int much) {
      // Only so far back that what was pulled once stays visible, as the real cursor has it.
      int pulled = server.read(replica.cursor());
      server.lag = Math.min(much % 3, Math.max(0, server.transactionCount() - pulled));
      PullPage page = server.page(replica.cursor(), 1 + much);
      if (replica.apply(replica.cursor(), page) == ReplicaStore.Applied.STARTED_OVER) {
        page = server.page("", 1 + much);
        replica.apply("", page);
      }
      journal.serverIs(page.incarnation());
      if (!page.more()) {
        othersPulled = server.othersWithin(server.read(replica.cursor()));
      }
    }

    private void restore(PlayedServer old) {
      server = server.restoredTo(old, "incarnation-" + ++incarnations);
    }

    private void restart() {
      journal = Journals.open(store, clock);
      view = new View(replica, journal);
    }

    void check() {
      long picked = 0;
      for (int i = 0; i < done.size(); i++) {
        picked += undone.get(i) ? 0 : amounts.get(i);
      }
      assertThat(view.balance(Account.tote("T1"), "nut", "")).isEqualTo(Quantity.units(picked));
      assertThat(view.balance(BIN, "nut", "")).isEqualTo(Quantity.units(othersPulled - picked));
      Quantity ofLine = Quantity.units(picked);
      view.line(LINE).ifPresent(line -> assertThat(line.picked()).isEqualTo(ofLine));
      assertThat(view.waitingCounts("A-01").isEmpty()).isEqualTo(!lastCountIsPending());
      for (Extent extent : journal.extents()) {
        assertThat(extent.acknowledged()).isBetween(0L, extent.last());
      }
    }

    private boolean lastCountIsPending() {
      return !counts.isEmpty()
          && view.pending().stream()
              .anyMatch(operation -> operation.id().equals(counts.get(counts.size() - 1)));
    }
  }
}
