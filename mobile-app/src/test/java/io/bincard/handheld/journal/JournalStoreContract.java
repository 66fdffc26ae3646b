package io.bincard.handheld.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of a journal does. */
abstract class JournalStoreContract {
  protected JournalStore store;

  abstract JournalStore open();

  @BeforeEach
  void openIt() {
    store = open();
  }

  @AfterEach
  void closeIt() {
    store.close();
  }

  private static JournalLine line(int epoch, long seq) {
    return Journals.line(epoch, seq, "", null);
  }

  private static JournalLine anchor(int epoch, long seq) {
    return JournalLine.write(
        new Operation(
            new UUID(epoch, seq),
            "HH",
            "d1",
            epoch,
            seq,
            "",
            "",
            new Clocks("run-1", seq, seq),
            "",
            "1.0",
            1,
            null,
            Journals.anchor(seq)));
  }

  private static Outcome outcome(long seq, Outcome.Kind kind, String code) {
    return new Outcome(seq, new UUID(1, seq), kind, code);
  }

  @Test
  void aNewStoreIsEmpty() {
    assertThat(store.identity()).isEmpty();
    assertThat(store.extents()).isEmpty();
    assertThat(store.lastScanned()).isEmpty();
    assertThat(store.lines(1, 1, 10)).isEmpty();
  }

  @Test
  void itKeepsWhoTheDeviceIs() {
    store.identify(Journals.identity());
    assertThat(store.identity()).contains(Journals.identity());
  }

  @Test
  void aLineComesBackAsItWasWritten() {
    JournalLine line = Journals.line(1, 1, "", Journals.SCAN);
    store.append(line);
    assertThat(store.lines(1, 1, 10)).containsExactly(StoredLine.of(line));
    assertThat(store.line(line.operation().id())).contains(StoredLine.of(line));
    assertThat(store.lines(1, 1, 10).get(0).read()).isEqualTo(line);
  }

  @Test
  void linesComeInOrderFromWhereOneAsksAndNoMoreThanOneAsks() {
    for (long seq = 1; seq <= 12; seq++) {
      store.append(line(1, seq));
    }
    store.append(line(2, 1));
    assertThat(store.lines(1, 9, 3)).extracting(StoredLine::seq).containsExactly(9L, 10L, 11L);
    assertThat(store.lines(1, 12, 3)).extracting(StoredLine::seq).containsExactly(12L);
  }

  @Test
  void aPlaceIsTakenOnce() {
    store.append(line(1, 1));
    JournalLine other = Journals.line(1, 1, "another", null);
    assertThatThrownBy(() -> store.append(other)).isInstanceOf(JournalException.class);
    assertThat(store.lines(1, 1, 10)).containsExactly(StoredLine.of(line(1, 1)));
  }

  @Test
  void anIdIsTakenOnce() {
    store.append(line(1, 1));
    Operation first = line(1, 1).operation();
    JournalLine sameId =
        JournalLine.write(
            new Operation(
                first.id(),
                "HH",
                "d1",
                1,
                2,
                "",
                "ada",
                first.clocks(),
                "",
                "1.0",
                1,
                null,
                Journals.taken(5)));
    assertThatThrownBy(() -> store.append(sameId)).isInstanceOf(JournalException.class);
    assertThat(store.lines(1, 1, 10)).hasSize(1);
  }

  @Test
  void theLastScannedLineIsFoundBehindLaterOnes() {
    store.append(Journals.line(1, 1, "", Journals.SCAN));
    store.append(Journals.line(1, 2, "", Journals.SCAN));
    store.append(line(1, 3));
    assertThat(store.lastScanned()).map(StoredLine::seq).contains(2L);
    store.append(Journals.line(2, 1, "", Journals.SCAN));
    assertThat(store.lastScanned()).map(StoredLine::epoch).contains(2);
  }

  @Test
  void theFirstLineOfATypeIsFoundAtOrAfterAPlaceAlsoInALaterEpoch() {
    store.append(anchor(1, 1));
    store.append(line(1, 2));
    store.append(anchor(1, 3));
    store.append(line(1, 4));
    store.append(line(2, 1));
    store.append(anchor(2, 2));
    assertThat(store.firstOfType("TimeAnchored", 1, 1)).map(StoredLine::seq).contains(1L);
    assertThat(store.firstOfType("TimeAnchored", 1, 2)).map(StoredLine::seq).contains(3L);
    assertThat(store.firstOfType("TimeAnchored", 1, 4)).map(StoredLine::epoch).contains(2);
    assertThat(store.firstOfType("TimeAnchored", 2, 3)).isEmpty();
  }

  @Test
  void theLastLinesOfSomeTypesComeNewestFirst() {
    store.append(anchor(1, 1));
    store.append(line(1, 2));
    store.append(anchor(2, 1));
    assertThat(store.lastOfTypes(Set.of("TimeAnchored", "Taken"), 2))
        .extracting(StoredLine::epoch)
        .containsExactly(2, 1);
    assertThat(store.lastOfTypes(Set.of("TimeAnchored"), 9))
        .extracting(StoredLine::epoch)
        .containsExactly(2, 1);
  }

  @Test
  void anAnswerIsKeptWithItsOutcomesAndCanTakeBackAnEarlierOne() {
    store.identify(Journals.identity());
    store.append(line(1, 1));
    store.append(line(1, 2));
    Outcome applied = outcome(1, Outcome.Kind.APPLIED, null);
    Outcome forked = outcome(2, Outcome.Kind.QUARANTINED, "FORKED");
    store.acknowledge(new Acknowledgement("first", Map.of(1, 2L), 1, List.of(applied, forked)));
    assertThat(store.extents()).containsExactly(new Extent(1, 2, 2));
    assertThat(store.outcome(new UUID(1, 1))).contains(applied);
    assertThat(store.outcome(new UUID(1, 2))).contains(forked);
    assertThat(store.notApplied()).containsExactly(forked);

    store.acknowledge(new Acknowledgement("second", Map.of(1, 1L), 1, List.of()));
    assertThat(store.extents()).containsExactly(new Extent(1, 2, 1));
    assertThat(store.identity()).map(Identity::incarnation).contains("second");
    assertThat(store.outcome(new UUID(1, 9))).isEmpty();
  }

  @Test
  void aNewEpochBeginsWithItsFirstLine() {
    store.identify(Journals.identity());
    store.append(line(1, 1));
    store.openEpoch(2, line(2, 1));
    assertThat(store.identity()).map(Identity::epoch).contains(2);
    assertThat(store.extents()).containsExactly(new Extent(1, 1, 0), new Extent(2, 1, 0));
    store.openEpoch(3, null);
    assertThat(store.identity()).map(Identity::epoch).contains(3);
  }

  @Test
  void anEpochIsNotOpenedIfItsFirstLineCannotBeWritten() {
    store.identify(Journals.identity());
    store.append(line(2, 1));
    assertThatThrownBy(() -> store.openEpoch(2, line(2, 1))).isInstanceOf(JournalException.class);
    assertThat(store.identity()).map(Identity::epoch).contains(1);
  }

  @Test
  void theTypeOfALineIsTheNameOfItsBody() {
    store.append(anchor(1, 1));
    assertThat(store.lines(1, 1, 1).get(0).type())
        .isEqualTo(Fact.TimeAnchored.class.getSimpleName());
  }
}
