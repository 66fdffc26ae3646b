package io.bincard.handheld.work;

import static io.bincard.handheld.work.Floor.line;
import static io.bincard.handheld.work.Floor.stock;
import static io.bincard.handheld.work.Floor.stop;
import static io.bincard.model.stock.Quantity.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.handheld.journal.JournalException;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.RawScan;
import io.bincard.model.stock.Account;
import io.bincard.model.sync.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PickingSessionTest {
  private static final OrderLine O1_LINE_1 = new OrderLine("O1", 1);

  private final Floor floor =
      new Floor()
          .pull(
              new Row.Order("O1", "Smith", 0, "OPEN"),
              line("O1", 1, "JAR", 27, 0),
              line("O1", 2, "LID", 2, 0),
              line("O1", 3, "SEAL", 3, 0),
              stock("A-01", "JAR", "", 15),
              stock("A-02", "JAR", "", 30),
              stock("A-02", "LID", "", 2),
              stock("B-01", "SEAL", "L1", 3),
              stock("B-01", "SEAL", "L2", 3),
              Floor.work("W1", "PICK", "O1", List.of()),
              new Row.Allocation(
                  "O1",
                  List.of(
                      stop(3, "B-01", "SEAL", "L1", 3),
                      stop(1, "A-02", "JAR", "", 12),
                      stop(2, "A-02", "LID", "", 2),
                      stop(1, "A-01", "JAR", "", 15))));

  @Test
  void walksTheWayThroughTheHouseAndCountsACaseOfTwelveAsTwelve() {
    script()
        .play(
            """
            ! next          -> Scan a tote for order O1.
            T-31            -> Go to A-01: 15 of Storage jar. Scan the bin.
            a-01            -> Take 15 of Storage jar. Scan it.
            15012345678907  -> Recorded: 12 of Storage jar picked, 3 left here. | Take 3 of Storage jar. Scan it.
                             + Picked O1/1 A-01 T-31 12 JAR by 12
            3 x 5012345678900 -> Recorded: 3 of Storage jar picked, 0 left here. | Go to A-02: 12 of Storage jar. Scan the bin.
                             + Picked O1/1 A-01 T-31 3 JAR
            A-02            -> Take 12 of Storage jar. Scan it.
            LID-1           -> Recorded: 1 of Clip lid picked, 1 left here. | Take 12 of Storage jar. Scan it.
                             + Picked O1/2 A-02 T-31 1 LID
            15012345678907  -> Recorded: 12 of Storage jar picked, 0 left here. | Take 1 of Clip lid. Scan it.
                             + Picked O1/1 A-02 T-31 12 JAR by 12
            LID             -> Recorded: 1 of Clip lid picked, 0 left here. | Go to B-01: 3 of Rubber seal. Scan the bin.
                             + Picked O1/2 A-02 T-31 1 LID
            B-01            -> Take 3 of Rubber seal, lot L1 first. Scan it.
            3 x ]C1010400638133393110L1 -> Recorded: 3 of Rubber seal picked, 0 left here. | Order O1 is picked.
                             + Picked O1/3 B-01 T-31 3 SEAL lot L1
            B-01            -> Done: Order O1 is picked.
            """);
  }

  @Test
  void aWrongScanSaysWhatItWasAndWhatWasExpectedAndRecordsNothing() {
    script()
        .play(
            """
            A-01            -> Wrong: A-01 is no tote. | Scan a tote for order O1.
            5012345678900   -> Wrong: Storage jar is no tote. | Scan a tote for order O1.
            LID-1           -> Wrong: Clip lid is no tote. | Scan a tote for order O1.
            ANA-1           -> Wrong: Ana K. is no tote. | Scan a tote for order O1.
            T-31            -> Go to A-01: 15 of Storage jar. Scan the bin.
            A-02            -> Wrong: Wrong bin: this is A-02. Go to A-01. | Go to A-01: 15 of Storage jar. Scan the bin.
            5012345678900   -> Wrong: Storage jar is no bin. Scan bin A-01 first. | Go to A-01: 15 of Storage jar. Scan the bin.
            A-01            -> Take 15 of Storage jar. Scan it.
            LID-1           -> Wrong: Wrong item: this is Clip lid (LID), wanted is Storage jar (JAR). | Take 15 of Storage jar. Scan it.
            A-02            -> Wrong: Wrong bin: this is A-02. Go to A-01. | Take 15 of Storage jar. Scan it.
            ANA-1           -> Wrong: Ana K. is no item. | Take 15 of Storage jar. Scan it.
            A-01            -> Take 15 of Storage jar. Scan it.
            T-31            -> Take 15 of Storage jar. Scan it.
            """);
  }

  @Test
  void anUnknownBarcodeIsNotedAndThePickGoesOn() {
    script()
        .play(
            """
            T-31            -> Go to A-01: 15 of Storage jar. Scan the bin.
            A-01            -> Take 15 of Storage jar. Scan it.
            4012345678901   -> Wrong: Nobody knows the barcode 04012345678901. It was noted. | Take 15 of Storage jar. Scan it.
                             + ScannedUnknown 04012345678901 1
            ]C101050123     -> Wrong: The barcode is faulty: (01) has too few characters. It was noted. | Take 15 of Storage jar. Scan it.
                             + ScannedUnknown 01050123 1
            JAR             -> Recorded: 1 of Storage jar picked, 14 left here. | Take 14 of Storage jar. Scan it.
                             + Picked O1/1 A-01 T-31 1 JAR
            """);
  }

  @Test
  void moreThanIsNeededIsTakenOnlyIfSomebodySaysSo() {
    script()
        .play(
            """
            T-31            -> Go to A-01: 15 of Storage jar. Scan the bin.
            A-01            -> Take 15 of Storage jar. Scan it.
            2 x 15012345678907 -> Ask: These are 24, but only 15 were to be taken from A-01. Take them all? [yes, no]
            = no            -> Take 15 of Storage jar. Scan it.
            3 x 15012345678907 -> Ask: These are 36, but only 27 are needed. Take them all? [yes, no]
            5012345678900   -> Ask: These are 36, but only 27 are needed. Take them all? [yes, no]
            = perhaps       -> Ask: These are 36, but only 27 are needed. Take them all? [yes, no]
            = yes           -> Recorded: 36 of Storage jar picked, 0 left here. | Go to A-02: 2 of Clip lid. Scan the bin.
                             + Picked O1/1 A-01 T-31 36 JAR by 12
            """);
  }

  @Test
  void aLotThatWasNotAskedForOrMustNotBeUsedIsAskedAbout() {
    script()
        .play(
            """
            T-31            -> Go to A-01: 15 of Storage jar. Scan the bin.
            ! skip          -> Go to A-02: 12 of Storage jar. Scan the bin.
            ! skip          -> Go to A-02: 2 of Clip lid. Scan the bin.
            ! skip          -> Go to B-01: 3 of Rubber seal. Scan the bin.
            B-01            -> Take 3 of Rubber seal, lot L1 first. Scan it.
            ]C1010400638133393110L2 -> Ask: This is lot L2, lot L1 was asked for. Go on? [yes, no]
            = no            -> Take 3 of Rubber seal, lot L1 first. Scan it.
            ]C1010400638133393110OLD -> Ask: It expired on 2026-11-19. Go on? This is lot OLD, lot L1 was asked for. Go on? [yes, no]
            = no            -> Take 3 of Rubber seal, lot L1 first. Scan it.
            ]C1010400638133393110TODAY -> Ask: This is lot TODAY, lot L1 was asked for. Go on? [yes, no]
            = no            -> Take 3 of Rubber seal, lot L1 first. Scan it.
            ]C1010400638133393110HELD -> Ask: Lot HELD is on hold. Go on? This is lot HELD, lot L1 was asked for. Go on? [yes, no]
            = no            -> Take 3 of Rubber seal, lot L1 first. Scan it.
            ]C1010400638133393110BACK -> Ask: Lot BACK is recalled. Go on? This is lot BACK, lot L1 was asked for. Go on? [yes, no]
            = no            -> Take 3 of Rubber seal, lot L1 first. Scan it.
            ]C101040063813339311726111910NEW -> Ask: It expired on 2026-11-19. Go on? This is lot NEW, lot L1 was asked for. Go on? [yes, no]
            = no            -> Take 3 of Rubber seal, lot L1 first. Scan it.
            ]C1010400638133393110L2 -> Ask: This is lot L2, lot L1 was asked for. Go on? [yes, no]
            = yes           -> Recorded: 1 of Rubber seal picked, 2 left here. | Take 2 of Rubber seal, lot L1 first. Scan it.
                             + Picked O1/3 B-01 T-31 1 SEAL lot L2
            """);
  }

  @Test
  void theLotIsAskedForWhereTheLabelDoesNotSayIt() {
    script()
        .play(
            """
            T-31            -> Go to A-01: 15 of Storage jar. Scan the bin.
            ! skip          -> Go to A-02: 12 of Storage jar. Scan the bin.
            ! skip          -> Go to A-02: 2 of Clip lid. Scan the bin.
            ! skip          -> Go to B-01: 3 of Rubber seal. Scan the bin.
            B-01            -> Take 3 of Rubber seal, lot L1 first. Scan it.
            4006381333931   -> Ask: Which lot of Rubber seal is it? [L1, L2, ?]
            = L1            -> Recorded: 1 of Rubber seal picked, 2 left here. | Take 2 of Rubber seal, lot L1 first. Scan it.
                             + Picked O1/3 B-01 T-31 1 SEAL lot L1
            4006381333931   -> Ask: Which lot of Rubber seal is it? [L1, L2, ?]
            ]C110L2         -> Ask: This is lot L2, lot L1 was asked for. Go on? [yes, no]
            = yes           -> Recorded: 1 of Rubber seal picked, 1 left here. | Take 1 of Rubber seal, lot L1 first. Scan it.
                             + Picked O1/3 B-01 T-31 1 SEAL lot L2
            """);
  }

  @Test
  void eachPieceWithASerialNumberIsPickedOnce() {
    floor.pull(
        new Row.Order("O2", "Jones", 0, "OPEN"),
        line("O2", 1, "SCALE", 3, 0),
        Floor.work("W2", "PICK", "O2", List.of()),
        new Row.Allocation("O2", List.of(stop(1, "A-01", "SCALE", "", 3))));
    PickingSession session = new PickingSession(floor.shift(), "W2");

    new Script(floor, session)
        .play(
            """
            T-32            -> Go to A-01: 3 of Kitchen scale. Scan the bin.
            A-01            -> Take 3 of Kitchen scale. Scan it.
            2 x 96385074    -> Wrong: Kitchen scale is scanned one by one, each with its serial number. | Take 3 of Kitchen scale. Scan it.
            96385074        -> Ask: Which serial number of Kitchen scale is it? []
            S-1             -> Recorded: 1 of Kitchen scale picked, 2 left here. | Take 2 of Kitchen scale. Scan it.
                             + Picked O2/1 A-01 T-32 1 SCALE serials [S-1]
            ]d2010000009638507421S-1 -> Wrong: Serial number S-1 was picked already. | Take 2 of Kitchen scale. Scan it.
            ]d2010000009638507421S-2 -> Recorded: 1 of Kitchen scale picked, 1 left here. | Take 1 of Kitchen scale. Scan it.
                             + Picked O2/1 A-01 T-32 1 SCALE serials [S-2]
            """);
  }

  @Test
  void aShortStopIsGivenUpAndSkippedOnesComeLast() {
    script()
        .play(
            """
            T-31            -> Go to A-01: 15 of Storage jar. Scan the bin.
            ! short         -> Wrong: Scan bin A-01 first. | Go to A-01: 15 of Storage jar. Scan the bin.
            A-01            -> Take 15 of Storage jar. Scan it.
            15012345678907  -> Recorded: 12 of Storage jar picked, 3 left here. | Take 3 of Storage jar. Scan it.
                             + Picked O1/1 A-01 T-31 12 JAR by 12
            ! short         -> Recorded: 3 of Storage jar missing: noted. | Go to A-02: 12 of Storage jar. Scan the bin.
                             + PickedShort O1/1 A-01 JAR  3 NOT_THERE
            ! skip          -> Go to A-02: 2 of Clip lid. Scan the bin.
            A-02            -> Take 2 of Clip lid. Scan it.
            2 x LID-1       -> Recorded: 2 of Clip lid picked, 0 left here. | Go to B-01: 3 of Rubber seal. Scan the bin.
                             + Picked O1/2 A-02 T-31 2 LID
            B-01            -> Take 3 of Rubber seal, lot L1 first. Scan it.
            ! short         -> Recorded: 3 of Rubber seal missing: noted. | Go to A-02: 12 of Storage jar. Scan the bin.
                             + PickedShort O1/3 B-01 SEAL L1 3 NOT_THERE
            ! skip          -> Wrong: There is nothing else to do first. | Go to A-02: 12 of Storage jar. Scan the bin.
            A-02            -> Take 12 of Storage jar. Scan it.
            15012345678907  -> Recorded: 12 of Storage jar picked, 0 left here. | Order O1 is picked as far as there was stock; 6 missing.
                             + Picked O1/1 A-02 T-31 12 JAR by 12
            """);
  }

  @Test
  void aShortStopIsOpenAgainOnceTheWorkIsHandedOutAnew() {
    floor.pull(
        line("O3", 1, "LID", 4, 0),
        Floor.work("W3", "PICK", "O3", List.of()),
        new Row.Allocation("O3", List.of(stop(1, "A-01", "LID", "", 4))));
    Shift shift = floor.shift();
    String nothingThere =
        """
        T-33            -> Go to A-01: 4 of Clip lid. Scan the bin.
        A-01            -> Take 4 of Clip lid. Scan it.
        ! short         -> Recorded: 4 of Clip lid missing: noted. | Order O3 is picked as far as there was stock; 4 missing.
                         + PickedShort O3/1 A-01 LID  4 NOT_THERE
        ! next          -> Done: Order O3 is picked as far as there was stock; 4 missing.
        """;
    script(shift, "W3").play(nothingThere);

    floor.pull(new Row.Work("W3", "PICK", "W3", "O3", List.of(), "CLAIMED", Floor.DEVICE, 2, 0));
    script(shift, "W3").play(nothingThere);
    script(shift, "W3")
        .play("! next -> Done: Order O3 is picked as far as there was stock; 4 missing.");

    script(floor.shift(), "W3").play("! next -> Scan a tote for order O3.");
  }

  @Test
  void undoTakesBackTheLastStepAndThenTheOneBefore() {
    script()
        .play(
            """
            T-31            -> Go to A-01: 15 of Storage jar. Scan the bin.
            ! undo          -> Wrong: There is nothing to undo. | Go to A-01: 15 of Storage jar. Scan the bin.
            A-01            -> Take 15 of Storage jar. Scan it.
            15012345678907  -> Recorded: 12 of Storage jar picked, 3 left here. | Take 3 of Storage jar. Scan it.
                             + Picked O1/1 A-01 T-31 12 JAR by 12
            ! short         -> Recorded: 3 of Storage jar missing: noted. | Go to A-02: 12 of Storage jar. Scan the bin.
                             + PickedShort O1/1 A-01 JAR  3 NOT_THERE
            ! undo          -> Recorded: Undone. | Take 3 of Storage jar. Scan it.
                             + Undone
            ! undo          -> Recorded: Undone. | Take 15 of Storage jar. Scan it.
                             + Undone
            ! undo          -> Wrong: There is nothing to undo. | Take 15 of Storage jar. Scan it.
            """);
  }

  @Test
  void whatIsPackedIsNotUndoneButCarriedBack() {
    floor.shift().record(new Fact.Picked(O1_LINE_1, "A-01", "T-31", Goods.of("JAR", "", units(2))));
    floor.shift().record(new Fact.Packed(O1_LINE_1, "T-31", "C-1", Goods.of("JAR", "", units(2))));

    script()
        .play(
            """
            ! undo          -> Ask: It is packed. Take 2 of Storage jar out of carton C-1 and put them back into A-01? [yes, no]
            = no            -> Go to A-01: 13 of Storage jar. Scan the bin.
            ! undo          -> Ask: It is packed. Take 2 of Storage jar out of carton C-1 and put them back into A-01? [yes, no]
            = yes           -> Recorded: Put back into A-01. | Go to A-01: 15 of Storage jar. Scan the bin.
                             + Unpacked O1/1 C-1 T-31 2 JAR
                             + PutBack O1/1 T-31 A-01 2 JAR
            ! undo          -> Wrong: There is nothing to undo. | Go to A-01: 15 of Storage jar. Scan the bin.
            """);
  }

  @Test
  void eachOfTwoEqualPicksIsCarriedBackOnce() {
    Goods jars = Goods.of("JAR", "", units(2));
    for (int i = 0; i < 2; i++) {
      floor.shift().record(new Fact.Picked(O1_LINE_1, "A-01", "T-31", jars));
      floor.shift().record(new Fact.Packed(O1_LINE_1, "T-31", "C-1", jars));
    }

    script()
        .play(
            """
            ! undo          -> Ask: It is packed. Take 2 of Storage jar out of carton C-1 and put them back into A-01? [yes, no]
            = yes           -> Recorded: Put back into A-01. | Go to A-01: 13 of Storage jar. Scan the bin.
                             + Unpacked O1/1 C-1 T-31 2 JAR
                             + PutBack O1/1 T-31 A-01 2 JAR
            ! undo          -> Ask: It is packed. Take 2 of Storage jar out of carton C-1 and put them back into A-01? [yes, no]
            = yes           -> Recorded: Put back into A-01. | Go to A-01: 15 of Storage jar. Scan the bin.
                             + Unpacked O1/1 C-1 T-31 2 JAR
                             + PutBack O1/1 T-31 A-01 2 JAR
            ! undo          -> Wrong: There is nothing to undo. | Go to A-01: 15 of Storage jar. Scan the bin.
            """);
  }

  @Test
  void whatCouldNotBeRecordedHasNotHappenedAndCanBeDoneAgain() {
    Script script = script();
    script.play(
        """
        T-31            -> Go to A-01: 15 of Storage jar. Scan the bin.
        A-01            -> Take 15 of Storage jar. Scan it.
        2 x 15012345678907 -> Ask: These are 24, but only 15 were to be taken from A-01. Take them all? [yes, no]
        """);
    floor.fillDisk(true);
    assertThatThrownBy(() -> script.play("= yes -> nothing")).isInstanceOf(JournalException.class);
    floor.fillDisk(false);

    script.play(
        """
        ! next          -> Ask: These are 24, but only 15 were to be taken from A-01. Take them all? [yes, no]
        = yes           -> Recorded: 24 of Storage jar picked, 0 left here. | Go to A-02: 3 of Storage jar. Scan the bin.
                         + Picked O1/1 A-01 T-31 24 JAR by 12
        """);
  }

  @Test
  void afterARestartItGoesOnWhereOneWas() {
    script()
        .play(
            """
            T-31            -> Go to A-01: 15 of Storage jar. Scan the bin.
            A-01            -> Take 15 of Storage jar. Scan it.
            15012345678907  -> Recorded: 12 of Storage jar picked, 3 left here. | Take 3 of Storage jar. Scan it.
                             + Picked O1/1 A-01 T-31 12 JAR by 12
            """);

    script()
        .play(
            """
            ! next          -> Go to A-01: 3 of Storage jar. Scan the bin.
            A-01            -> Take 3 of Storage jar. Scan it.
            ! tote          -> Scan a tote for order O1.
            T-31            -> Take 3 of Storage jar. Scan it.
            ! tote          -> Scan a tote for order O1.
            T-32            -> Take 3 of Storage jar. Scan it.
            3 x JAR         -> Recorded: 3 of Storage jar picked, 0 left here. | Go to A-02: 12 of Storage jar. Scan the bin.
                             + Picked O1/1 A-01 T-32 3 JAR
            """);
  }

  @Test
  void aToteWithSomethingInItIsAskedAbout() {
    floor.pull(new Row.Stock(Account.tote("T-9"), "LID", "", units(1)));

    script()
        .play(
            """
            T-9             -> Ask: There is something in tote T-9 already. Use it? [yes, no]
            = no            -> Scan a tote for order O1.
            T-9             -> Ask: There is something in tote T-9 already. Use it? [yes, no]
            = yes           -> Go to A-01: 15 of Storage jar. Scan the bin.
            """);
  }

  @Test
  void whoLostTheWorkIsAskedWhetherItHappenedAllTheSame() {
    Script script = script();
    script.play(
        """
        T-31            -> Go to A-01: 15 of Storage jar. Scan the bin.
        A-01            -> Take 15 of Storage jar. Scan it.
        """);
    floor.pull(new Row.Work("W1", "PICK", "W1", "O1", List.of(), "CLAIMED", "H-0008", 2, 0));

    script.play(
        """
        15012345678907  -> Ask: Somebody else has taken over order O1. Record this all the same? [yes, no]
        = yes           -> Recorded: 12 of Storage jar picked, 3 left here. | Take 3 of Storage jar. Scan it.
                         + Picked O1/1 A-01 T-31 12 JAR by 12
        """);
  }

  @Test
  void whatIsCancelledIsPickedNoMore() {
    Script script = script();
    script.play("T-31 -> Go to A-01: 15 of Storage jar. Scan the bin.");
    floor.pull(new Row.Line("O1", 1, "JAR", units(27), units(0), units(0), true));
    script.play("A-02 -> Take 2 of Clip lid. Scan it.");
    floor.pull(new Row.Order("O1", "Smith", 0, "CANCELLED"));
    script.play("! next -> Done: Order O1 is cancelled.");
  }

  @Test
  void everyPickCarriesItsScanAndItsAuthor() {
    Script script = new Script(floor, new PickingSession(floor.shift("ben"), "W1"));
    script.play(
        """
        T-31            -> Go to A-01: 15 of Storage jar. Scan the bin.
        A-01            -> Take 15 of Storage jar. Scan it.
        ]E05012345678900 -> Recorded: 1 of Storage jar picked, 14 left here. | Take 14 of Storage jar. Scan it.
                         + Picked O1/1 A-01 T-31 1 JAR
        """);

    assertThat(floor.recorded())
        .singleElement()
        .satisfies(
            operation -> {
              assertThat(operation.user()).isEqualTo("ben");
              assertThat(operation.scan()).isEqualTo(new RawScan("]E05012345678900", "UNKNOWN"));
            });
  }

  private Script script() {
    return script(floor.shift(), "W1");
  }

  private Script script(Shift shift, String work) {
    PickingSession session = new PickingSession(shift, work);
    return new Script(floor, session)
        .button("skip", session::skip)
        .button("tote", session::changeTote)
        .button("short", () -> session.fallShort(ShortReason.NOT_THERE));
  }
}
