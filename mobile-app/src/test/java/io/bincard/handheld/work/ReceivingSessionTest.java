package io.bincard.handheld.work;

import static io.bincard.model.stock.Quantity.units;

import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import org.junit.jupiter.api.Test;

final class ReceivingSessionTest {
  private final Floor floor =
      new Floor()
          .pull(
              new Row.Expected("D1", 1, "Glass Ltd", "JAR", units(24), Quantity.ZERO),
              new Row.Expected("D1", 2, "Glass Ltd", "SEAL", units(10), Quantity.ZERO));

  @Test
  void takesADeliveryInLineByLine() {
    delivery()
        .play(
            """
            ! next          -> Scan the bin to put things into.
            5012345678900   -> Wrong: Storage jar is no bin. | Scan the bin to put things into.
            R-01            -> Into R-01: scan an item.
            15012345678907  -> Recorded: 12 of Storage jar received into R-01. | Into R-01: scan an item.
                             + Received R-01 12 JAR by 12 D1/1
            ]d201040063813339311727123110L7 -> Recorded: 1 of Rubber seal received into R-01. | Into R-01: scan an item.
                             + Received R-01 1 SEAL lot L7 D1/2
            B-01            -> Into B-01: scan an item.
            9 x ]d201040063813339311727123110L7 -> Recorded: 9 of Rubber seal received into B-01. | Into B-01: scan an item.
                             + Received B-01 9 SEAL lot L7 D1/2
            """);
  }

  @Test
  void asksAboutMoreThanWasDueAndAboutWhatWasNotDue() {
    delivery()
        .play(
            """
            R-01            -> Into R-01: scan an item.
            3 x 15012345678907 -> Ask: These are 36, but only 24 are due. Take them in? [yes, no]
            = no            -> Into R-01: scan an item.
            LID-1           -> Ask: Clip lid is not on delivery D1. Take it in? [yes, no]
            = yes           -> Recorded: 1 of Clip lid received into R-01. | Into R-01: scan an item.
                             + Received R-01 1 LID D1/0
            3 x 15012345678907 -> Ask: These are 36, but only 24 are due. Take them in? [yes, no]
            = yes           -> Recorded: 36 of Storage jar received into R-01. | Into R-01: scan an item.
                             + Received R-01 36 JAR by 12 D1/1
            """);
  }

  @Test
  void anItemByLotOrSerialIsNotReceivedWithoutIt() {
    delivery()
        .play(
            """
            R-01            -> Into R-01: scan an item.
            4006381333931   -> Ask: Which lot of Rubber seal is it? [?]
            L9              -> Recorded: 1 of Rubber seal received into R-01. | Into R-01: scan an item.
                             + Received R-01 1 SEAL lot L9 D1/2
            ]d201040063813339311726010110L9 -> Ask: It expired on 2026-01-01. Go on? [yes, no]
            = no            -> Into R-01: scan an item.
            ]d2010000009638507421S-7 -> Ask: Kitchen scale is not on delivery D1. Take it in? [yes, no]
            = yes           -> Recorded: 1 of Kitchen scale received into R-01. | Into R-01: scan an item.
                             + Received R-01 1 SCALE serials [S-7] D1/0
            """);
  }

  @Test
  void aLotOrSerialThatIsTooLongIsAskedForAgain() {
    String longest = "L".repeat(60);
    String refused =
        "Wrong: A lot or serial number has at most 60 characters, this has 61: nothing was"
            + " recorded.";
    delivery()
        .play(
            """
            R-01            -> Into R-01: scan an item.
            4006381333931   -> Ask: Which lot of Rubber seal is it? [?]
            %1$sX -> %2$s | Which lot of Rubber seal is it?
            = %1$sX -> %2$s | Which lot of Rubber seal is it?
            ! next          -> Ask: Which lot of Rubber seal is it? [?]
            = %1$s -> Recorded: 1 of Rubber seal received into R-01. | Into R-01: scan an item.
                             + Received R-01 1 SEAL lot %1$s D1/2
            96385074        -> Ask: Which serial number of Kitchen scale is it? []
            %1$sX -> %2$s | Which serial number of Kitchen scale is it?
            """
                .formatted(longest, refused));
  }

  @Test
  void aBarcodeOfALongTextIsNotedButNotOneThatNoServerTakes() {
    String longest = "Q".repeat(500);
    withoutNote()
        .play(
            """
            R-01            -> Into R-01: scan an item.
            %1$s -> Ask: Nobody knows the barcode %1$s. Record that 1 of it came into R-01? [yes, no]
            = yes           -> Recorded: Noted: somebody will say what %1$s is. | Into R-01: scan an item.
                             + ScannedUnknown %1$s 1 supplier bin:R-01
            %1$sX -> Wrong: This barcode has 501 characters, at most 500 can be noted: nothing was recorded. | Into R-01: scan an item.
            """
                .formatted(longest));
  }

  @Test
  void theLabelCanSayHowManyOrHowHeavyItIs() {
    withoutNote()
        .play(
            """
            R-01            -> Into R-01: scan an item.
            ]C101095212345432133103001750 -> Recorded: 1.75 of Cheese received into R-01. | Into R-01: scan an item.
                             + Received R-01 1.75 CHEESE /0
            ]C102150123456789073740 -> Recorded: 480 of Storage jar received into R-01. | Into R-01: scan an item.
                             + Received R-01 480 JAR by 12 /0
            9000000 x 15012345678907 -> Wrong: That many of Storage jar can not be. | Into R-01: scan an item.
            """);
  }

  @Test
  void whatNobodyKnowsComesInAllTheSame() {
    withoutNote()
        .play(
            """
            R-01            -> Into R-01: scan an item.
            2 x 4012345678901 -> Ask: Nobody knows the barcode 04012345678901. Record that 2 of it came into R-01? [yes, no]
            = no            -> Into R-01: scan an item.
            2 x 4012345678901 -> Ask: Nobody knows the barcode 04012345678901. Record that 2 of it came into R-01? [yes, no]
            = yes           -> Recorded: Noted: somebody will say what 04012345678901 is. | Into R-01: scan an item.
                             + ScannedUnknown 04012345678901 2 supplier bin:R-01
            """);
  }

  @Test
  void undoTakesTheLastReceiptBackButNotThatOfYesterday() {
    withoutNote()
        .play(
            """
            R-01            -> Into R-01: scan an item.
            5012345678900   -> Recorded: 1 of Storage jar received into R-01. | Into R-01: scan an item.
                             + Received R-01 1 JAR /0
            """);
    withoutNote()
        .play(
            """
            R-01            -> Into R-01: scan an item.
            LID-1           -> Recorded: 1 of Clip lid received into R-01. | Into R-01: scan an item.
                             + Received R-01 1 LID /0
            ! undo          -> Recorded: Undone. | Into R-01: scan an item.
                             + Undone
            ! undo          -> Wrong: There is nothing to undo. | Into R-01: scan an item.
            """);
  }

  @Test
  void afterARestartItGoesOnAtTheSameBin() {
    delivery()
        .play(
            """
            R-01            -> Into R-01: scan an item.
            5012345678900   -> Recorded: 1 of Storage jar received into R-01. | Into R-01: scan an item.
                             + Received R-01 1 JAR D1/1
            """);

    delivery().play("! next -> Into R-01: scan an item.");
  }

  @Test
  void aDeliveryThatIsNotKnownHereIsNotReceived() {
    ReceivingSession session = ReceivingSession.ofDelivery(floor.shift(), "D9");

    new Script(floor, session).play("R-01 -> Done: There is no delivery D9 on this handheld.");
  }

  private Script delivery() {
    return new Script(floor, ReceivingSession.ofDelivery(floor.shift(), "D1"));
  }

  private Script withoutNote() {
    return new Script(floor, ReceivingSession.withoutNote(floor.shift()));
  }
}
