package io.bincard.handheld.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.handheld.device.PlayedClock;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PushHeader;
import io.bincard.model.sync.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private final PlayedClock clock = new PlayedClock();
  private final FailingStore store = new FailingStore();
  private final Journal journal = Journals.enrolled(store, clock);

  private JournalLine take(int units) {
    return journal.append("ada", Journals.SCAN, Journals.taken(units));
  }

  private void anchor() {
    journal.anchor("run-1", Journals.anchor(clock.now().monotonic()));
  }

  private static Row.Head head(JournalLine line) {
    Operation operation = line.operation();
    return new Row.Head("d1", operation.epoch(), operation.seq(), line.hash());
  }

  private static Outcome applied(JournalLine line) {
    return new Outcome(line.operation().seq(), line.operation().id(), Outcome.Kind.APPLIED, null);
  }

  private Journal reopened() {
    return Journals.open(store, clock);
  }

  @Test
  void anOperationSaysAllThatIsKnownOfIt() {
    Operation operation = take(3).operation();
    assertThat(operation.id().version()).isEqualTo(7);
    assertThat(operation.site()).isEqualTo("HH");
    assertThat(operation.device()).isEqualTo("d1");
    assertThat(operation.epoch()).isEqualTo(1);
    assertThat(operation.seq()).isEqualTo(1);
    assertThat(operation.prevHash()).isEmpty();
    assertThat(operation.user()).isEqualTo("ada");
    assertThat(operation.clocks().run()).isEqualTo("run-1");
    assertThat(operation.baseCursor()).isEqualTo("c7");
    assertThat(operation.appVersion()).isEqualTo("1.0");
    assertThat(operation.scan()).isEqualTo(Journals.SCAN);
    assertThat(operation.body()).isEqualTo(Journals.taken(3));
  }

  @Test
  void aListenerThatFailsTakesNothingBackAndKeepsNothingFromTheOthers() {
    List<JournalLine> heard = new ArrayList<>();
    journal.onAppend(
        line -> {
          throw new JournalException("The journal cannot be read.");
        });
    journal.onAppend(heard::add);
    JournalLine line = take(1);
    journal.openEpochAfter(1, new Fact.LossDeclared(1, 2, 3, "lost"));
    assertThat(heard).hasSize(2).startsWith(line);
    assertThat(journal.unsent()).hasSize(2);
  }

  @Test
  void eachLineNamesTheOneBefore() {
    JournalLine first = take(1);
    JournalLine second = take(2);
    assertThat(second.operation().seq()).isEqualTo(2);
    assertThat(second.operation().prevHash()).isEqualTo(first.hash());
  }

  @Test
  void theChainGoesOnAfterARestart() {
    JournalLine first = take(1);
    JournalLine second = reopened().append("ada", null, Journals.taken(2));
    assertThat(second.operation().seq()).isEqualTo(2);
    assertThat(second.operation().prevHash()).isEqualTo(first.hash());
  }

  @Test
  void theLastScanIsShownAgainAfterARestart() {
    take(1);
    JournalLine scanned = take(2);
    journal.append("ada", null, new Fact.SignedOut());
    assertThat(reopened().lastScanned()).contains(scanned.operation());
  }

  @Test
  void nothingIsRecordedBeforeTheDeviceIsEnrolled() {
    Journal fresh = Journals.open(new MemoryJournalStore(), clock);
    assertThatThrownBy(() -> fresh.append("ada", null, Journals.taken(1)))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("not enrolled");
  }

  @Test
  void aDeviceIsEnrolledOnce() {
    assertThatThrownBy(() -> journal.enrol(Journals.identity()))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("enrolled already");
  }

  @Test
  void aFailedAppendLeavesNothingAndTheNextOneGoesOn() {
    JournalLine first = take(1);
    store.failure = new JournalException("This device has no space left.");
    assertThatThrownBy(() -> take(2)).hasMessageContaining("no space left");
    store.failure = null;
    JournalLine second = take(2);
    assertThat(second.operation().seq()).isEqualTo(2);
    assertThat(second.operation().prevHash()).isEqualTo(first.hash());
    assertThat(journal.unsent()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anOperationHasAnAuthor(String nobody) {
    assertThatThrownBy(() -> journal.append(nobody, null, Journals.taken(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> journal.append("a".repeat(201), null, Journals.taken(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(journal.unsent()).isEmpty();
  }

  @Test
  void aListenerHearsOfEveryLine() {
    List<JournalLine> heard = new ArrayList<>();
    journal.onAppend(heard::add);
    JournalLine line = take(1);
    journal.openEpochAfter(1, new Fact.LossDeclared(1, 2, 3, "why"));
    assertThat(heard).hasSize(2).contains(line);
  }

  @Test
  void anAnchorOfARunThatHasEndedIsNotRecorded() {
    clock.restart("run-2");
    journal.anchor("run-1", Journals.anchor(1));
    assertThat(journal.unsent()).isEmpty();
  }

  // What is to be sent.

  @Test
  void nothingCanBeSentBeforeItsTimeIsKnown() {
    take(1);
    assertThat(journal.outbox()).isEqualTo(new Outbox(1, false, false, false));
    assertThat(journal.nextBatch(10, 100_000)).isEmpty();
    anchor();
    assertThat(journal.outbox()).isEqualTo(new Outbox(2, true, true, false));
    assertThat(journal.nextBatch(10, 100_000).orElseThrow().lines()).hasSize(2);
  }

  @Test
  void aBatchEndsAtTheLastAnchorThenNamesNoOther() {
    take(1);
    anchor();
    take(2);
    Batch batch = journal.nextBatch(10, 100_000).orElseThrow();
    assertThat(batch.last()).isEqualTo(2);
    assertThat(batch.header()).isEqualTo(new PushHeader("d1", 1, null));
  }

  @Test
  void aBatchThatEndsEarlierNamesTheNextAnchor() {
    take(1);
    take(2);
    anchor();
    anchor();
    Batch batch = journal.nextBatch(2, 100_000).orElseThrow();
    assertThat(batch.last()).isEqualTo(2);
    PushHeader.AnchorAhead ahead = batch.header().anchor();
    Fact.TimeAnchored first = (Fact.TimeAnchored) journal.unsent().get(2).body();
    assertThat(ahead)
        .isEqualTo(
            new PushHeader.AnchorAhead(
                "run-1", first.monotonic(), first.serverTime(), first.uncertainty()));
  }

  @Test
  void aBatchIsBoundedByBytesButOneLineAlwaysGoes() {
    int first = take(1).text().length();
    int second = take(2).text().length();
    anchor();
    assertThat(journal.nextBatch(10, 1).orElseThrow().lines()).hasSize(1);
    int both = first + 1 + second + 1;
    assertThat(journal.nextBatch(10, both).orElseThrow().lines()).hasSize(2);
    assertThat(journal.nextBatch(10, both - 1).orElseThrow().lines()).hasSize(1);
  }

  @Test
  void whatWasAnsweredIsNotSentAgain() {
    JournalLine first = take(1);
    take(2);
    anchor();
    journal.acknowledge("first", 1, 1, List.of(applied(first)));
    assertThat(journal.nextBatch(10, 100_000).orElseThrow().first()).isEqualTo(2);
    assertThat(journal.outbox().unsent()).isEqualTo(2);
    assertThat(reopened().outbox().unsent()).isEqualTo(2);
    assertThat(journal.outcome(first.operation().id())).contains(applied(first));
  }

  @Test
  void anotherIncarnationHasTheLastLineOfEachEpochSentAgain() {
    take(1);
    take(2);
    anchor();
    journal.acknowledge("first", 1, 3, List.of());
    journal.openEpochAfter(1, null);
    take(3);
    anchor();
    journal.acknowledge("first", 2, 2, List.of());
    assertThat(journal.nextBatch(10, 100_000)).isEmpty();

    journal.serverIs("second");
    assertThat(journal.extents()).containsExactly(new Extent(1, 3, 2), new Extent(2, 2, 1));
    assertThat(journal.identity().orElseThrow().incarnation()).isEqualTo("second");

    journal.serverIs("second");
    journal.acknowledge("second", 1, 0, List.of());
    assertThat(journal.extents()).containsExactly(new Extent(1, 3, 0), new Extent(2, 2, 1));
    assertThat(journal.nextBatch(10, 100_000).orElseThrow().first()).isEqualTo(1);
  }

  @Test
  void anAnswerOfAnotherIncarnationHasTheOtherEpochsLookedAtToo() {
    take(1);
    anchor();
    journal.acknowledge("first", 1, 2, List.of());
    journal.openEpochAfter(1, null);
    take(2);
    anchor();
    journal.acknowledge("second", 2, 2, List.of());
    assertThat(journal.extents()).containsExactly(new Extent(1, 2, 1), new Extent(2, 2, 2));
  }

  @Test
  void theOldestEpochIsSentFirstAndFindsItsAnchorInTheNext() {
    take(1);
    journal.openEpochAfter(1, null);
    JournalLine next = take(2);
    assertThat(next.operation().prevHash()).isEmpty();
    assertThat(next.operation().epoch()).isEqualTo(2);
    anchor();
    Batch batch = journal.nextBatch(10, 100_000).orElseThrow();
    assertThat(batch.epoch()).isEqualTo(1);
    assertThat(batch.lines()).hasSize(1);
    assertThat(batch.header().anchor()).isNotNull();
  }

  @Test
  void aNewEpochCanSayWhatIsLost() {
    take(1);
    journal.openEpochAfter(4, new Fact.LossDeclared(1, 2, 9, "why"));
    Operation declared = journal.unsent().get(1);
    assertThat(declared.epoch()).isEqualTo(5);
    assertThat(declared.seq()).isEqualTo(1);
    assertThat(declared.user()).isEqualTo("d1");
    assertThat(declared.body()).isEqualTo(new Fact.LossDeclared(1, 2, 9, "why"));
    assertThat(reopened().append("ada", null, Journals.taken(1)).operation().seq()).isEqualTo(2);
  }

  @Test
  void whoSaysTwiceThatAnEpochIsOverOpensOne() {
    take(1);
    journal.openEpochAfter(1, null);
    journal.openEpochAfter(1, new Fact.LossDeclared(1, 2, 9, "why"));
    assertThat(journal.identity().orElseThrow().epoch()).isEqualTo(2);
    assertThat(journal.unsent()).hasSize(1);
  }

  @Test
  void somebodyIsThereWhileSignedIn() {
    assertThat(journal.outbox().attended()).isFalse();
    journal.append("ada", null, new Fact.SignedIn());
    journal.append("bob", null, new Fact.SignedIn());
    journal.append("ada", null, new Fact.SignedOut());
    assertThat(journal.outbox().attended()).isTrue();
    assertThat(reopened().outbox().attended()).isTrue();
    journal.append("bob", null, new Fact.SignedOut());
    assertThat(journal.outbox().attended()).isFalse();
    assertThat(reopened().outbox().attended()).isFalse();
  }

  @Test
  void anAnchorCountsForItsRunOnly() {
    anchor();
    assertThat(journal.outbox().anchored()).isTrue();
    clock.restart("run-2");
    assertThat(journal.outbox().anchored()).isFalse();
    assertThat(reopened().outbox().anchored()).isFalse();
  }

  // What a state of the server does not contain.

  @Test
  void withoutAHeadNothingIsContained() {
    JournalLine line = take(1);
    assertThat(journal.after(List.of())).containsExactly(line.operation());
  }

  @Test
  void aHeadOnTheChainContainsWhatIsBeforeIt() {
    take(1);
    JournalLine second = take(2);
    JournalLine third = take(3);
    assertThat(journal.after(List.of(head(second)))).containsExactly(third.operation());
    JournalLine fourth = take(4);
    assertThat(journal.after(List.of(head(second))))
        .containsExactly(third.operation(), fourth.operation());
    assertThat(reopened().after(List.of(head(second)))).hasSize(2);
    assertThat(journal.after(List.of())).hasSize(4);
  }

  @Test
  void aHeadOfALaterEpochContainsAllEarlierOnes() {
    take(1);
    journal.openEpochAfter(1, null);
    JournalLine second = take(2);
    JournalLine third = take(3);
    assertThat(journal.after(List.of(head(second)))).containsExactly(third.operation());
  }

  @Test
  void aForeignHeadContainsWhatTheServerAnsweredFor() {
    JournalLine first = take(1);
    JournalLine second = take(2);
    journal.acknowledge("first", 1, 1, List.of(applied(first)));
    Row.Head otherHash = new Row.Head("d1", 1, 2, "another life");
    Row.Head further = new Row.Head("d1", 1, 9, "another life");
    Row.Head laterEpoch = new Row.Head("d1", 2, 1, "another life");
    for (Row.Head foreign : List.of(otherHash, further, laterEpoch)) {
      assertThat(journal.isOnChain(foreign)).isFalse();
      assertThat(journal.after(List.of(foreign))).containsExactly(second.operation());
    }
    assertThat(journal.isOnChain(head(second))).isTrue();
  }

  @Test
  void aForeignHeadOfAnEarlierEpochSaysNothingOfThisOne() {
    JournalLine forked = take(1);
    Row.Head foreign = new Row.Head("d1", 1, 9, "another life");
    journal.acknowledge("first", 1, 1, List.of());
    journal.openEpochAfter(1, null);
    JournalLine next = take(2);
    assertThat(journal.after(List.of(foreign))).containsExactly(next.operation());
    journal.acknowledge("first", 2, 1, List.of(applied(next)));
    assertThat(journal.after(List.of(foreign))).containsExactly(next.operation());
    assertThat(journal.after(List.of(foreign, head(next)))).isEmpty();
    assertThat(journal.after(List.of())).containsExactly(forked.operation(), next.operation());
  }

  // A damaged journal.

  @Test
  void aChangedLineIsReportedWithItsPlace() {
    take(1);
    take(2);
    store.change(2, text -> text.replace("\"2\"", "\"9\""));
    assertThatThrownBy(this::reopened)
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("damaged at line 2 of epoch 1")
        .hasMessageContaining("not what was written");
  }

  @Test
  void aLineThatDoesNotFollowIsReported() {
    take(1);
    take(2);
    store.replace(2, Journals.line(1, 2, "somewhere else", null));
    assertThatThrownBy(this::reopened).hasMessageContaining("does not follow the line before");
  }

  @Test
  void aMissingLineIsReported() {
    take(1);
    take(2);
    take(3);
    store.replace(2, null);
    assertThatThrownBy(this::reopened)
        .hasMessageContaining("damaged at line 2 of epoch 1: it is missing");
  }

  @Test
  void whatTheServerHasIsNotLookedAtAgain() {
    take(1);
    take(2);
    take(3);
    journal.acknowledge("first", 1, 2, List.of());
    store.change(1, text -> text + " ");
    assertThat(reopened().outbox().unsent()).isEqualTo(1);
    store.change(3, text -> text + " ");
    assertThatThrownBy(this::reopened).hasMessageContaining("line 3");
  }

  /** A store that can fail, and lines that can be damaged. */
  private static final class FailingStore extends ForwardingStore {
    private @Nullable JournalException failure;
    private final Map<Long, StoredLine> damaged = new HashMap<>();
    private final Set<Long> missing = new HashSet<>();

    FailingStore() {
      super(new MemoryJournalStore());
    }

    void change(long seq, UnaryOperator<String> change) {
      StoredLine line = super.lines(1, seq, 1).get(0);
      String text = change.apply(line.text());
      damaged.put(
          seq, new StoredLine(1, seq, line.id(), line.type(), line.scanned(), line.hash(), text));
    }

    void replace(long seq, @Nullable JournalLine by) {
      if (by == null) {
        missing.add(seq);
      } else {
        damaged.put(seq, StoredLine.of(by));
      }
    }

    @Override
    public void append(JournalLine line) {
      if (failure != null) {
        throw failure;
      }
      super.append(line);
    }

    @Override
    public List<StoredLine> lines(int epoch, long from, int limit) {
      return super.lines(epoch, from, limit).stream()
          .filter(line -> !missing.contains(line.seq()))
          .map(line -> damaged.getOrDefault(line.seq(), line))
          .toList();
    }
  }
}
