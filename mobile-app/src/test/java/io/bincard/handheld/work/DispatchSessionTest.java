package io.bincard.handheld.work;

import static io.bincard.model.stock.Quantity.units;

import io.bincard.model.operation.Fact;
import io.bincard.model.stock.Account;
import io.bincard.model.sync.Row;
import org.junit.jupiter.api.Test;

final class DispatchSessionTest {
  private static final String CARTON = "340123450000000017";
  private static final String OTHER = "095212340007000009";

  private final Floor floor =
      new Floor()
          .pull(
              new Row.Order("O1", "Smith", 0, "OPEN"),
              new Row.Stock(Account.carton(CARTON), "JAR", "", units(3)),
              new Row.Stock(Account.carton(OTHER), "JAR", "", units(3)));

  @Test
  void whatWasScannedLeavesTogether() {
    script()
        .play(
            """
            ! leave         -> Wrong: No carton is loaded. | Order O1, 0 loaded: scan a carton.
            5012345678900   -> Wrong: Storage jar is no carton. | Order O1, 0 loaded: scan a carton.
            ]C100340123450000000017 -> Order O1, 1 loaded: scan a carton.
            ]C100095212340007000009 -> Order O1, 2 loaded: scan a carton.
            ! undo          -> Order O1, 1 loaded: scan a carton.
            ]C100340123450000000017 -> Order O1, 1 loaded: scan a carton.
            ! leave         -> Recorded: Order O1 has left. | Order O1 is dispatched.
                             + Dispatched[order=O1, cartons=[340123450000000017]]
            ! undo          -> Wrong: Order O1 is dispatched: it is too late to undo. | Order O1 is dispatched.
            """);
  }

  @Test
  void aCartonOfAnotherOrderStays() {
    floor.shift().record(new Fact.CartonClosed("O2", OTHER));

    script()
        .play(
            """
            ]C100095212340007000009 -> Wrong: Carton 095212340007000009 belongs to another order. | Order O1, 0 loaded: scan a carton.
            ]C100095212340007000016 -> Ask: Nothing is known to be in carton 095212340007000016. Load it? [yes, no]
            = no            -> Order O1, 0 loaded: scan a carton.
            """);
  }

  @Test
  void whatDoesNotAddUpIsShownBeforeItLeaves() {
    floor.pull(
        new Row.Discrepancy("PICKED_AFTER_CANCEL", "line O1/1", true, "3 picked after cancelling"),
        new Row.Discrepancy("OVERPICK", "line O1/2", true, "blocks only the surplus"),
        new Row.Discrepancy("PICKED_AFTER_CANCEL", "line O10/1", true, "another order"),
        new Row.Discrepancy("LOT_BLOCKED", "carton:" + CARTON + " SEAL lot L1", true, "on hold"),
        new Row.Discrepancy("LOT_BLOCKED", "carton:" + OTHER + " SEAL lot L1", true, "not loaded"),
        new Row.Discrepancy("NEWER_THAN_THIS", "line O1/1", true, "who knows"));

    script()
        .play(
            """
            ]C100340123450000000017 -> Order O1, 1 loaded: scan a carton.
            ! leave         -> Ask: on hold. Let it leave all the same? 3 picked after cancelling. Let it leave all the same? [yes, no]
            = no            -> Order O1, 1 loaded: scan a carton.
            """);
  }

  private Script script() {
    DispatchSession session = new DispatchSession(floor.shift(), "O1");
    return new Script(floor, session).button("leave", session::leave);
  }
}
