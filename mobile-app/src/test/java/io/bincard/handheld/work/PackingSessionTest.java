package io.bincard.handheld.work;

import static io.bincard.handheld.work.Floor.line;
import static io.bincard.model.stock.Quantity.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PackingSessionTest {
  private final Floor floor =
      new Floor()
          .pull(
              new Row.Order("O1", "Smith", 0, "OPEN"),
              line("O1", 1, "JAR", 12, 12),
              line("O1", 2, "SEAL", 3, 3),
              in("T-31", "JAR", "", 12),
              in("T-31", "SEAL", "L1", 3),
              in("T-99", "LID", "", 4));

  @Test
  void packsATotePieceByPieceIntoACartonWithANumberOfItsOwn() {
    script()
        .play(
            """
            ! next          -> Scan a tote of order O1.
            T-30            -> Ask: Nothing is known to be in tote T-30 yet. Pack from it all the same? [yes, no]
            = no            -> Scan a tote of order O1.
            T-31            -> Scan a carton for order O1, or take a new one.
            5012345678900   -> Wrong: Storage jar is no carton. | Scan a carton for order O1, or take a new one.
            ! close         -> Scan a carton for order O1, or take a new one.
            ! new           -> From tote T-31 into carton 095212340007000009: scan an item.
            ! close         -> Wrong: Carton 095212340007000009 is empty. | From tote T-31 into carton 095212340007000009: scan an item.
            15012345678907  -> Recorded: 12 of Storage jar packed. | From tote T-31 into carton 095212340007000009: scan an item.
                             + Packed O1/1 T-31 095212340007000009 12 JAR by 12
            ! close         -> Recorded: Carton 095212340007000009 closed. | Scan a carton for order O1, or take a new one.
                             + CartonClosed O1 095212340007000009
            ]C100095212340007000009 -> Wrong: Carton 095212340007000009 is in use already. | Scan a carton for order O1, or take a new one.
            ! new           -> From tote T-31 into carton 095212340007000016: scan an item.
            ]C1010400638133393110L1 -> Recorded: 1 of Rubber seal packed. | From tote T-31 into carton 095212340007000016: scan an item.
                             + Packed O1/2 T-31 095212340007000016 1 SEAL lot L1
            ! all           -> Recorded: All of tote T-31 packed into carton 095212340007000016. | Tote T-31 is empty: close carton 095212340007000016, or scan another tote.
                             + Packed O1/2 T-31 095212340007000016 2 SEAL lot L1
            ! close         -> Recorded: Carton 095212340007000016 closed. | Order O1 is packed.
                             + CartonClosed O1 095212340007000016
            """);
  }

  @Test
  void acceptsACartonThatHasItsNumberAlready() {
    script()
        .play(
            """
            T-31            -> Scan a carton for order O1, or take a new one.
            ]C100340123450000000017 -> From tote T-31 into carton 340123450000000017: scan an item.
            ]C100340123450000000017 -> From tote T-31 into carton 340123450000000017: scan an item.
            ]C100095212340007000009 -> Wrong: Close carton 340123450000000017 first. | From tote T-31 into carton 340123450000000017: scan an item.
            """);
  }

  @Test
  void asksAboutWhatTheToteShouldNotHold() {
    script()
        .play(
            """
            T-31            -> Scan a carton for order O1, or take a new one.
            ! new           -> From tote T-31 into carton 095212340007000009: scan an item.
            LID-1           -> Wrong: Clip lid is not ordered in O1. | From tote T-31 into carton 095212340007000009: scan an item.
            2 x 15012345678907 -> Ask: These are 24, but there are only 12 in tote T-31. Go on? These are 24, but only 12 are picked and not packed. Go on? [yes, no]
            = no            -> From tote T-31 into carton 095212340007000009: scan an item.
            13 x JAR        -> Ask: These are 13, but there are only 12 in tote T-31. Go on? These are 13, but only 12 are picked and not packed. Go on? [yes, no]
            = yes           -> Recorded: 13 of Storage jar packed. | From tote T-31 into carton 095212340007000009: scan an item.
                             + Packed O1/1 T-31 095212340007000009 13 JAR
            4012345678901   -> Wrong: Nobody knows the barcode 04012345678901. It was noted. | From tote T-31 into carton 095212340007000009: scan an item.
                             + ScannedUnknown 04012345678901 1
            """);
  }

  @Test
  void undoOpensTheCartonAgainAndThenEmptiesIt() {
    script()
        .play(
            """
            T-31            -> Scan a carton for order O1, or take a new one.
            ! new           -> From tote T-31 into carton 095212340007000009: scan an item.
            JAR             -> Recorded: 1 of Storage jar packed. | From tote T-31 into carton 095212340007000009: scan an item.
                             + Packed O1/1 T-31 095212340007000009 1 JAR
            ! close         -> Recorded: Carton 095212340007000009 closed. | Scan a carton for order O1, or take a new one.
                             + CartonClosed O1 095212340007000009
            ! undo          -> Recorded: Undone. | From tote T-31 into carton 095212340007000009: scan an item.
                             + Undone
            ! undo          -> Recorded: Undone. | From tote T-31 into carton 095212340007000009: scan an item.
                             + Undone
            ! undo          -> Wrong: There is nothing to undo. | From tote T-31 into carton 095212340007000009: scan an item.
            """);
  }

  @Test
  void afterARestartTheOpenCartonIsStillOpen() {
    script()
        .play(
            """
            T-31            -> Scan a carton for order O1, or take a new one.
            ! new           -> From tote T-31 into carton 095212340007000009: scan an item.
            JAR             -> Recorded: 1 of Storage jar packed. | From tote T-31 into carton 095212340007000009: scan an item.
                             + Packed O1/1 T-31 095212340007000009 1 JAR
            """);

    script().play("! next -> From tote T-31 into carton 095212340007000009: scan an item.");
  }

  @Test
  void packsPiecesWithSerialNumbersAllAtOnceIfTheyWerePickedHere() {
    floor.pull(new Row.Order("O2", "Jones", 0, "OPEN"), line("O2", 1, "SCALE", 2, 0));
    OrderLine line = new OrderLine("O2", 1);
    for (String serial : List.of("S-1", "S-2")) {
      Goods scale = new Goods("SCALE", "", List.of(serial), units(1), units(1));
      floor.shift().record(new Fact.Picked(line, "A-01", "T-32", scale));
    }
    PackingSession session = new PackingSession(floor.shift(), "O2");

    new Script(floor, session)
        .button("new", session::newCarton)
        .button("all", session::packAll)
        .play(
            """
            T-32            -> Scan a carton for order O2, or take a new one.
            ! new           -> From tote T-32 into carton 095212340007000009: scan an item.
            ! all           -> Recorded: All of tote T-32 packed into carton 095212340007000009. | Tote T-32 is empty: close carton 095212340007000009, or scan another tote.
                             + Packed O2/1 T-32 095212340007000009 2 SCALE serials [S-1, S-2]
            """);
  }

  @Test
  void withoutACompanyPrefixACartonIsOnlyScanned() {
    floor.pull(new Row.Site("S1", "Test", "Europe/Berlin", ""));

    script()
        .play(
            """
            T-31            -> Scan a carton for order O1, or take a new one.
            ! new           -> Wrong: No carton can be numbered here: scan one that has a number. | Scan a carton for order O1, or take a new one.
            """);
  }

  @Test
  void theNumberOfTheOpenCartonIsThereToBePrinted() {
    PackingSession session = new PackingSession(floor.shift(), "O1");

    session.newCarton();

    assertThat(session.carton()).contains("095212340007000009");
  }

  private static Row.Stock in(String tote, String item, String lot, long quantity) {
    return new Row.Stock(Account.tote(tote), item, lot, Quantity.units(quantity));
  }

  private Script script() {
    PackingSession session = new PackingSession(floor.shift(), "O1");
    return new Script(floor, session)
        .button("new", session::newCarton)
        .button("all", session::packAll)
        .button("close", session::closeCarton);
  }
}
