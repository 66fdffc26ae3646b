package io.bincard.handheld.work;

import static io.bincard.handheld.work.Floor.stock;

import org.junit.jupiter.api.Test;

final class MoveSessionTest {
  private final Floor floor =
      new Floor().pull(stock("A-01", "JAR", "", 15), stock("B-01", "SEAL", "L1", 3));

  @Test
  void binGoodsBinIsTakenAndPutEachAtItsOwnMoment() {
    script()
        .play(
            """
            ! next          -> Scan the bin to take from.
            5012345678900   -> Wrong: Storage jar is no bin. | Scan the bin to take from.
            A-01            -> At A-01: scan an item to take, or the bin it goes to.
            15012345678907  -> Recorded: 12 of Storage jar taken. | At A-01: scan an item to take, or the next bin to put down.
                             + Taken A-01 12 JAR by 12
            2 x 5012345678900 -> Recorded: 2 of Storage jar taken. | At A-01: scan an item to take, or the next bin to put down.
                             + Taken A-01 2 JAR
            A-02            -> At A-02: scan an item to put down, or put down all.
            15012345678907  -> Recorded: 12 of Storage jar put down. | At A-02: scan an item to put down, or put down all.
                             + Put A-02 12 JAR by 12
            2 x JAR         -> Recorded: 2 of Storage jar put down. | At A-02: scan an item to take, or the bin it goes to.
                             + Put A-02 2 JAR
            """);
  }

  @Test
  void binBinGoodsIsMovedAtOneMoment() {
    script()
        .play(
            """
            A-01            -> At A-01: scan an item to take, or the bin it goes to.
            A-02            -> From A-01 to A-02: scan an item.
            15012345678907  -> Recorded: 12 of Storage jar moved. | From A-01 to A-02: scan an item.
                             + Moved A-01 A-02 12 JAR by 12
            5012345678900   -> Recorded: 1 of Storage jar moved. | From A-01 to A-02: scan an item.
                             + Moved A-01 A-02 1 JAR
            B-01            -> At B-01: scan an item to take, or the bin it goes to.
            4006381333931   -> Ask: Which lot of Rubber seal is it? [L1, ?]
            = L1            -> Recorded: 1 of Rubber seal taken. | At B-01: scan an item to take, or the next bin to put down.
                             + Taken B-01 1 SEAL lot L1
            """);
  }

  @Test
  void whatIsInTheHandIsThereAfterARestartAndCanBePutDownAtOnce() {
    script()
        .play(
            """
            A-01            -> At A-01: scan an item to take, or the bin it goes to.
            2 x JAR         -> Recorded: 2 of Storage jar taken. | At A-01: scan an item to take, or the next bin to put down.
                             + Taken A-01 2 JAR
            B-01            -> At B-01: scan an item to put down, or put down all.
            """);

    script()
        .play(
            """
            ! next          -> Scan the bin to put down what you carry.
            B-01            -> At B-01: scan an item to put down, or put down all.
            5 x JAR         -> Ask: You carry 2 of Storage jar, these are 5. Put them down? [yes, no]
            = no            -> At B-01: scan an item to put down, or put down all.
            ! all           -> Recorded: All put down in B-01. | At B-01: scan an item to take, or the bin it goes to.
                             + Put B-01 2 JAR
            """);
  }

  @Test
  void undoGoesBackStepByStep() {
    script()
        .play(
            """
            A-01            -> At A-01: scan an item to take, or the bin it goes to.
            2 x JAR         -> Recorded: 2 of Storage jar taken. | At A-01: scan an item to take, or the next bin to put down.
                             + Taken A-01 2 JAR
            B-01            -> At B-01: scan an item to put down, or put down all.
            JAR             -> Recorded: 1 of Storage jar put down. | At B-01: scan an item to put down, or put down all.
                             + Put B-01 1 JAR
            ! undo          -> Recorded: Undone. | At B-01: scan an item to put down, or put down all.
                             + Undone
            ! undo          -> Recorded: Undone. | At A-01: scan an item to take, or the bin it goes to.
                             + Undone
            ! undo          -> Wrong: There is nothing to undo. | At A-01: scan an item to take, or the bin it goes to.
            """);
  }

  @Test
  void anUnknownBarcodeIsNoted() {
    script()
        .play(
            """
            A-01            -> At A-01: scan an item to take, or the bin it goes to.
            4012345678901   -> Wrong: Nobody knows the barcode 04012345678901. It was noted. | At A-01: scan an item to take, or the bin it goes to.
                             + ScannedUnknown 04012345678901 1
            ANA-1           -> Wrong: Ana K. is no item. | At A-01: scan an item to take, or the bin it goes to.
            A-02            -> From A-01 to A-02: scan an item.
            4012345678901   -> Ask: Nobody knows the barcode 04012345678901. Record that 1 of it went to A-02? [yes, no]
            = yes           -> Recorded: Noted: somebody will say what 04012345678901 is. | From A-01 to A-02: scan an item.
                             + ScannedUnknown 04012345678901 1 bin:A-01 bin:A-02
            """);
  }

  private Script script() {
    MoveSession session = new MoveSession(floor.shift());
    return new Script(floor, session).button("all", session::putAll);
  }
}
