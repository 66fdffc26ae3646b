package io.bincard.handheld.work;

import static io.bincard.handheld.work.Floor.line;
import static io.bincard.model.stock.Quantity.units;

import io.bincard.model.stock.Account;
import io.bincard.model.sync.Row;
import org.junit.jupiter.api.Test;

final class PutBackSessionTest {
  private final Floor floor =
      new Floor()
          .pull(
              line("O1", 1, "JAR", 10, 10),
              line("O1", 2, "JAR", 2, 5),
              new Row.Stock(Account.tote("T-31"), "JAR", "", units(15)));

  @Test
  void aSurplusGoesFromTheToteBackIntoABin() {
    script()
        .play(
            """
            ! next          -> Scan the tote of order O1 to put back from.
            T-30            -> Wrong: Nothing is known to be in tote T-30. | Scan the tote of order O1 to put back from.
            T-31            -> Scan the bin to put things of tote T-31 back into.
            JAR             -> Wrong: Storage jar is no bin. | Scan the bin to put things of tote T-31 back into.
            A-01            -> From tote T-31 into A-01: scan an item.
            LID-1           -> Wrong: Clip lid is not ordered in O1. | From tote T-31 into A-01: scan an item.
            3 x JAR         -> Recorded: Put back into A-01. | From tote T-31 into A-01: scan an item.
                             + PutBack O1/2 T-31 A-01 3 JAR
            13 x JAR        -> Ask: These are 13, but there are only 12 in tote T-31. Go on? [yes, no]
            = no            -> From tote T-31 into A-01: scan an item.
            ! undo          -> Recorded: Undone. | From tote T-31 into A-01: scan an item.
                             + Undone
            """);
  }

  private Script script() {
    return new Script(floor, new PutBackSession(floor.shift(), "O1"));
  }
}
