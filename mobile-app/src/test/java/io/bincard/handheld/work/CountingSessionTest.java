package io.bincard.handheld.work;

import static io.bincard.handheld.work.Floor.stock;
import static io.bincard.model.stock.Quantity.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.model.barcode.Scan;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Quantity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CountingSessionTest {
  private static final CountedKey JAR = new CountedKey("JAR", "");
  private static final CountedKey LID = new CountedKey("LID", "");

  private final Floor floor =
      new Floor()
          .pull(
              stock("A-01", "JAR", "", 15),
              stock("A-01", "LID", "", 4),
              stock("A-01", "SEAL", "L1", 2),
              stock("A-02", "SEAL", "L1", 2),
              stock("A-02", "SEAL", "L2", 2),
              Floor.work("C1", "COUNT", "", List.of("A-01", "A-02")));

  private CountingSession session = CountingSession.ofSheet(floor.shift(), "C1");

  @Test
  void countsBinByBinEachLineAtItsOwnMoment() {
    script()
        .play(
            """
            ! next          -> Go to A-01. Scan the bin.
            A-01            -> Scan or choose what is in A-01.
            15012345678907  -> 12 of Storage jar so far: go on, or confirm.
            5012345678900   -> 13 of Storage jar so far: go on, or confirm.
            ! confirm       -> Recorded: 13 of Storage jar counted. | Scan or choose what is in A-01.
                             + CountLine C1 A-01 JAR 13
            ! no lids       -> Recorded: No Clip lid seen: noted. | Scan or choose what is in A-01.
                             + CountLine C1 A-01 LID 0
            3 x ]C1010400638133393110L1 -> 3 of Rubber seal so far: go on, or confirm.
            ! confirm       -> Recorded: 3 of Rubber seal counted. | Scan or choose what is in A-01.
                             + CountLine C1 A-01 SEAL L1 3
            ! finish        -> Recorded: A-01 counted. | Go to A-02. Scan the bin.
                             + BinCountCompleted C1 A-01 listed [JAR , LID , SEAL L1] blank []
            A-02            -> Scan or choose what is in A-02.
            """);

    List<Operation> recorded = floor.recorded();
    assertThat(recorded).extracting(each -> each.clocks().monotonic()).doesNotHaveDuplicates();
    assertThat(recorded)
        .filteredOn(each -> each.body() instanceof Fact.CountLine)
        .extracting(each -> ((Fact.CountLine) each.body()).count())
        .containsOnly(((Fact.BinCountCompleted) recorded.get(3).body()).count());
  }

  @Test
  void blankStaysBlankAndIsNotZero() {
    script()
        .play(
            """
            A-01            -> Scan or choose what is in A-01.
            5012345678900   -> 1 of Storage jar so far: go on, or confirm.
            ! finish        -> Wrong: Confirm 1 of Storage jar first, or clear it. | 1 of Storage jar so far: go on, or confirm.
            ! confirm       -> Recorded: 1 of Storage jar counted. | Scan or choose what is in A-01.
                             + CountLine C1 A-01 JAR 1
            ! finish        -> Ask: 2 not counted: Clip lid, Rubber seal. Leave that open? [yes, no]
            = no            -> Scan or choose what is in A-01.
            ! finish        -> Ask: 2 not counted: Clip lid, Rubber seal. Leave that open? [yes, no]
            = yes           -> Recorded: A-01 counted. | Go to A-02. Scan the bin.
                             + BinCountCompleted C1 A-01 listed [JAR ] blank [LID , SEAL L1]
            """);
  }

  @Test
  void theSheetShowsWhatIsToBeCountedButNotHowMuchThereShouldBe() {
    script().play("A-01 -> Scan or choose what is in A-01.");
    session.count(LID, Quantity.ZERO);

    assertThat(session.lines())
        .containsExactlyInAnyOrder(
            new CountedLine(JAR, "Storage jar", Optional.empty()),
            new CountedLine(LID, "Clip lid", Optional.of(Quantity.ZERO)),
            new CountedLine(new CountedKey("SEAL", "L1"), "Rubber seal", Optional.empty()));
  }

  @Test
  void anotherItemAsksWhetherTheFirstIsComplete() {
    script()
        .play(
            """
            A-01            -> Scan or choose what is in A-01.
            15012345678907  -> 12 of Storage jar so far: go on, or confirm.
            LID-1           -> Ask: Are these 12 of Storage jar all? [yes, no]
            = yes           -> Recorded: 12 of Storage jar counted. | 1 of Clip lid so far: go on, or confirm.
                             + CountLine C1 A-01 JAR 12
            15012345678907  -> Ask: Are these 1 of Clip lid all? [yes, no]
            = no            -> 1 of Clip lid so far: go on, or confirm.
            ! clear         -> Scan or choose what is in A-01.
            """);
  }

  @Test
  void anEmptyBinIsSaidToBeEmpty() {
    script()
        .play(
            """
            A-01            -> Scan or choose what is in A-01.
            ! empty         -> Ask: Is A-01 really empty? [yes, no]
            = no            -> Scan or choose what is in A-01.
            ! empty         -> Ask: Is A-01 really empty? [yes, no]
            = yes           -> Recorded: A-01 counted. | Go to A-02. Scan the bin.
                             + BinCountCompleted C1 A-01 listed [] blank []
            """);
  }

  @Test
  void aBinIsNotEmptyAfterSomethingWasSeenInIt() {
    script()
        .play(
            """
            A-01            -> Scan or choose what is in A-01.
            5012345678900   -> 1 of Storage jar so far: go on, or confirm.
            ! empty         -> Wrong: Something was counted in A-01: it is not empty. | 1 of Storage jar so far: go on, or confirm.
            ! confirm       -> Recorded: 1 of Storage jar counted. | Scan or choose what is in A-01.
                             + CountLine C1 A-01 JAR 1
            ! empty         -> Wrong: Something was counted in A-01: it is not empty. | Scan or choose what is in A-01.
            """);
  }

  @Test
  void wrongScansRecordNothingAndUnknownOnesAreNoted() {
    script()
        .play(
            """
            B-01            -> Wrong: B-01 is not on this count sheet. | Go to A-01. Scan the bin.
            5012345678900   -> Wrong: Storage jar is no bin. | Go to A-01. Scan the bin.
            A-01            -> Scan or choose what is in A-01.
            A-02            -> Wrong: Finish or leave A-01 first. | Scan or choose what is in A-01.
            00340123450000000017 -> Wrong: 00340123450000000017 is a container: it is not counted with the bin. | Scan or choose what is in A-01.
            4012345678901   -> Wrong: Nobody knows the barcode 04012345678901. It was noted. | Scan or choose what is in A-01.
                             + ScannedUnknown 04012345678901 1
            ! leave         -> Go to A-01. Scan the bin.
            A-02            -> Scan or choose what is in A-02.
            """);
  }

  @Test
  void aLotThatTheLabelDoesNotSayIsChosenOrCountedTogether() {
    script()
        .play(
            """
            A-02            -> Scan or choose what is in A-02.
            4006381333931   -> Ask: Which lot of Rubber seal is it? [L1, L2, ?]
            = L2            -> 1 of Rubber seal so far: go on, or confirm.
            ! confirm       -> Recorded: 1 of Rubber seal counted. | Scan or choose what is in A-02.
                             + CountLine C1 A-02 SEAL L2 1
            5 x 4006381333931 -> Ask: Which lot of Rubber seal is it? [L1, L2, ?]
            = ?             -> 5 of Rubber seal so far: go on, or confirm.
            ! confirm       -> Recorded: 5 of Rubber seal counted. | Scan or choose what is in A-02.
                             + CountLine C1 A-02 SEAL null 5
            """);
  }

  @Test
  void undoDropsTheTallyThenTheLineThenOpensTheBinAgain() {
    script()
        .play(
            """
            A-02            -> Scan or choose what is in A-02.
            ! empty         -> Ask: Is A-02 really empty? [yes, no]
            = yes           -> Recorded: A-02 counted. | Go to A-01. Scan the bin.
                             + BinCountCompleted C1 A-02 listed [] blank []
            A-01            -> Scan or choose what is in A-01.
            ! no lids       -> Recorded: No Clip lid seen: noted. | Scan or choose what is in A-01.
                             + CountLine C1 A-01 LID 0
            5012345678900   -> 1 of Storage jar so far: go on, or confirm.
            ! undo          -> Scan or choose what is in A-01.
            ! undo          -> Recorded: Undone. | Scan or choose what is in A-01.
                             + Undone
            ! undo          -> Recorded: Undone. | Scan or choose what is in A-02.
                             + Undone
            ! undo          -> Wrong: There is nothing to undo. | Scan or choose what is in A-02.
            """);
  }

  @Test
  void afterARestartTheOpenBinIsStillOpenAndItsLinesStand() {
    script()
        .play(
            """
            A-01            -> Scan or choose what is in A-01.
            ! no lids       -> Recorded: No Clip lid seen: noted. | Scan or choose what is in A-01.
                             + CountLine C1 A-01 LID 0
            """);

    session = CountingSession.ofSheet(floor.shift(), "C1");
    script()
        .play(
            """
            ! next          -> Scan or choose what is in A-01.
            ! finish        -> Ask: 2 not counted: Storage jar, Rubber seal. Leave that open? [yes, no]
            = yes           -> Recorded: A-01 counted. | Go to A-02. Scan the bin.
                             + BinCountCompleted C1 A-01 listed [LID ] blank [JAR , SEAL L1]
            A-01            -> Ask: A-01 is counted. Count it again? [yes, no]
            = yes           -> Scan or choose what is in A-01.
            """);
  }

  @Test
  void aBinThatNobodyAskedForIsATaskOfItsOwn() {
    session = CountingSession.ofBin(floor.shift(), "B-01");

    script()
        .play(
            """
            ! next          -> Go to B-01. Scan the bin.
            B-01            -> Scan or choose what is in B-01.
            ! finish        -> Ask: Is B-01 really empty? [yes, no]
            """);
    session.answered("yes");

    Fact.BinCountCompleted completed = (Fact.BinCountCompleted) floor.bodies().get(0);
    assertThat(completed.task()).startsWith("spot ");
    assertThat(session.next()).isInstanceOf(Reply.Done.class);
  }

  @Test
  void saysWhichQuantitiesCanBeTyped() {
    script().play("A-01 -> Scan or choose what is in A-01.");

    assertThatThrownBy(() -> session.count(JAR, units(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("quantity must be 0 to 10000000");
    assertThat(floor.bodies()).isEmpty();
  }

  @Test
  void aTextThatNoServerTakesIsRefusedBeforeItIsCounted() {
    script()
        .play(
            """
            A-01            -> Scan or choose what is in A-01.
            ! long lot      -> Wrong: A lot or serial number has at most 60 characters, this has 61: nothing was recorded. | Scan or choose what is in A-01.
            ! long code     -> Wrong: This barcode has 501 characters, at most 500 can be noted: nothing was recorded. | Scan or choose what is in A-01.
            """);
  }

  private Script script() {
    return new Script(floor, session)
        .button("confirm", session::confirm)
        .button("clear", session::clear)
        .button("no lids", () -> session.count(LID, Quantity.ZERO))
        .button("finish", session::finishBin)
        .button("empty", session::emptyBin)
        .button("leave", session::leaveBin)
        .button(
            "long lot",
            () -> session.count(new CountedKey("SEAL", "L".repeat(61)), Quantity.units(1)))
        .button("long code", () -> session.scanned(Scan.of("Q".repeat(501))));
  }
}
