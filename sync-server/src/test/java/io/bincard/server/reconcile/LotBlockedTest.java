package io.bincard.server.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** LOT_BLOCKED came last, as one rule and this test: the mechanism carries the rest. */
class LotBlockedTest {
  private static final OrderLine LINE = new OrderLine("10482", 1);
  private final TestSite site = new TestSite();
  private TestDevice ana;

  @BeforeEach
  void fiveOfALotWerePickedIntoATote() {
    site.decide(
        new Decision.OrderPlaced(
            "10482",
            "Ada",
            0,
            List.of(new Decision.OrderPlaced.Line(1, "TEA", Quantity.units(5)))));
    ana = site.device("H-1", "ana");
    ana.at(1, new Fact.Received("A-01", tea(), "", 0));
    ana.at(2, new Fact.Picked(LINE, "A-01", "T-1", tea()));
    ana.pushAll(site.reconciler);
  }

  private static Goods tea() {
    return Goods.of("TEA", "L1", Quantity.units(5));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aLotThatIsHeldAfterItWasPickedMayNotLeave() {
    assertThat(site.openDiscrepancies()).isEmpty();

    site.decide(new Decision.LotHeld("TEA", "L1", false, "complaint"));

    assertThat(site.openDiscrepancies())
        .containsExactly("LOT_BLOCKED: 5 of a lot that may not leave are in tote:T-1 TEA lot L1");
    assertThat(site.balances()).containsEntry("tote:T-1 TEA L1", "5");
  }

  @Test
  void itClosesByItselfWhenTheLotIsReleased() {
    site.decide(new Decision.LotHeld("TEA", "L1", false, "complaint"));
    site.decide(new Decision.LotReleased("TEA", "L1", "nothing found"));

    assertThat(site.openDiscrepancies()).isEmpty();
  }

  @Test
  void itClosesByItselfWhenTheGoodsArePutBack() {
    site.decide(new Decision.LotHeld("TEA", "L1", true, "recall"));
    ana.at(3, new Fact.PutBack(LINE, "T-1", "A-01", tea()));
    ana.pushAll(site.reconciler);

    assertThat(site.openDiscrepancies()).isEmpty();
    assertThat(site.balances()).containsEntry("bin:A-01 TEA L1", "5");
  }

  @Test
  void aLotIsGoodThroughItsExpiryDayAndNotADayLonger() {
    site.execute(
        "insert into lot (site, item, lot, expiry) values ('NORTH', 'TEA', 'L1',"
            + " (now() at time zone 'Europe/Berlin')::date)");
    ana.at(3, new Fact.PutBack(LINE, "T-1", "A-01", tea()));
    ana.at(4, new Fact.Picked(LINE, "A-01", "T-1", tea()));
    ana.pushAll(site.reconciler);
    assertThat(site.openDiscrepancies()).isEmpty();

    site.execute("update lot set expiry = expiry - 1");
    ana.at(5, new Fact.PutBack(LINE, "T-1", "A-01", tea()));
    ana.at(6, new Fact.Picked(LINE, "A-01", "T-1", tea()));
    ana.pushAll(site.reconciler);
    assertThat(site.openDiscrepancies()).hasSize(1).first().asString().startsWith("LOT_BLOCKED");
  }
}
