package io.bincard.server.reconcile;

import static io.bincard.server.reconcile.TestSite.goods;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Outcome;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The smallest worlds in which state once depended on what arrived first, or together. */
class ArrivalOrderTest {
  private static final OrderLine LINE = new OrderLine("10482", 7);
  private static final String CODE = "00012345678905";
  private final TestSite site = new TestSite();

  @Test
  void aScanThatWasResolvedAndIsReversedMovesNothingAnyMore() {
    TestDevice ana = site.device("H-1", "ana");
    UUID scan = ana.at(5, scanned(2));
    ana.pushAll(site.reconciler);
    site.decide(new Decision.BarcodeAssigned(CODE, "JAR", Quantity.units(12)));

    site.decide(new Decision.OperationReversed(scan, "scanned twice"));

    assertThat(site.balances()).isEmpty();
    assertThat(site.openDiscrepancies()).isEmpty();
  }

  @Test
  void aScanOfMorePacksThanCanBeStaysUnresolvedAndBlocksNothing() {
    TestDevice ana = site.device("H-1", "ana");
    ana.at(5, scanned(10_000_000));
    ana.pushAll(site.reconciler);

    site.decide(new Decision.BarcodeAssigned(CODE, "JAR", Quantity.units(10_000_000)));

    assertThat(site.balances()).isEmpty();
    assertThat(site.openDiscrepancies()).hasSize(1).first().asString().startsWith("UNKNOWN_BAR");
  }

  @Test
  void aBarcodeAssignedTwiceAtOnceMeansTheLastForNewAndOldScans() {
    TestDevice ana = site.device("H-1", "ana");
    ana.at(5, scanned(1));
    ana.pushAll(site.reconciler);
    site.decideAll(
        new Decision.BarcodeAssigned(CODE, "JAR", Quantity.units(1)),
        new Decision.BarcodeAssigned(CODE, "LID", Quantity.units(1)));

    ana.at(6, scanned(1));
    ana.pushAll(site.reconciler);

    assertThat(site.balances())
        .containsEntry("tote:T-1 LID", "2")
        .doesNotContainKey("tote:T-1 JAR");
  }

  @Test
  void aDisputeWithASettledCountStaysOpenWhenGoodsMoveAfterwards() {
    site.execute("update site set count_wait = 0 where site = 'NORTH'");
    TestDevice ana = site.device("H-1", "ana");
    TestDevice ben = site.device("H-2", "ben");
    ana.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    ana.at(10, counted(10));
    ana.pushAll(site.reconciler);
    site.settle();
    ben.at(20, counted(9));
    ben.pushAll(site.reconciler);
    List<String> disputed = site.openDiscrepancies();
    assertThat(disputed).hasSize(1).first().asString().startsWith("COUNT_DISPUTED");

    ana.at(30, new Fact.Received("A-01", goods("JAR", 5), "", 0));
    ana.pushAll(site.reconciler);

    assertThat(site.openDiscrepancies()).isEqualTo(disputed);
    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "15");
  }

  @Test
  void theSurplusIsTheLastPicksAlsoWhereEverythingHadBeenPutBack() {
    TestDevice ana = site.device("H-1", "ana");
    TestDevice ben = site.device("H-2", "ben");
    UUID late = ana.at(10, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 3)));
    ana.at(11, new Fact.PutBack(LINE, "T-1", "A-01", goods("JAR", 3)));
    ana.pushAll(site.reconciler);

    ben.at(5, new Fact.Picked(LINE, "A-01", "T-2", goods("JAR", 2)));
    ben.pushAll(site.reconciler);

    assertThat(site.evidence("OVERPICK")).containsExactly(late);
  }

  @Test
  void anOrderThatIsPlacedAndChangedAtOnceKnowsItsItem() {
    site.decideAll(order(3), new Decision.OrderChanged(LINE, Quantity.units(5), "more"));

    assertThat(site.lines()).containsExactly("10482/7 JAR ordered 5 picked 0 packed 0");
  }

  @Test
  void anOrderThatIsPlacedAndCancelledAtOnceIsCancelled() {
    site.decideAll(order(3), new Decision.OrderCancelled("10482", null, "not wanted"));

    assertThat(site.lines()).containsExactly("10482/7 JAR ordered 3 picked 0 packed 0 cancelled");
  }

  @Test
  void aLineNobodyOrderedIsNotCancelledWithTheOrderWhicheverComesFirst() {
    OrderLine strange = new OrderLine("10482", 8);
    site.decide(order(3));
    TestDevice ana = site.device("H-1", "ana");
    ana.at(5, new Fact.Picked(strange, "A-01", "T-1", goods("JAR", 1)));
    ana.pushAll(site.reconciler);
    site.decide(new Decision.OrderCancelled("10482", null, "not wanted"));
    ana.at(6, new Fact.Picked(new OrderLine("10482", 9), "A-01", "T-1", goods("JAR", 1)));
    ana.pushAll(site.reconciler);

    assertThat(site.lines())
        .containsExactly(
            "10482/7 JAR ordered 3 picked 0 packed 0 cancelled",
            "10482/8 JAR ordered 0 picked 1 packed 0",
            "10482/9 JAR ordered 0 picked 1 packed 0");
  }

  @Test
  void nobodyTakesBackWhatAnotherDeviceDidWhicheverArrivesFirst() {
    TestDevice ana = site.device("H-1", "ana");
    TestDevice ben = site.device("H-2", "ben");
    UUID received = ana.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    ben.at(2, new Fact.Undone(received));

    Outcome early = ben.pushAll(site.reconciler).outcomes().get(0);
    ana.pushAll(site.reconciler);
    ben.at(3, new Fact.Undone(received));
    Outcome late = ben.pushAll(site.reconciler).outcomes().get(1);

    assertThat(early.kind()).isEqualTo(Outcome.Kind.QUARANTINED);
    assertThat(late.kind()).isEqualTo(Outcome.Kind.QUARANTINED);
    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "10");
  }

  @Test
  void aDecisionThatIsSentTwiceInOneCallIsTakenOnce() {
    Entry entry = new Entry(UUID.randomUUID(), "marta", order(3));

    List<Outcome> outcomes = site.reconciler.record(site.site, List.of(entry, entry));

    assertThat(outcomes).hasSize(2).allMatch(o -> o.kind() == Outcome.Kind.APPLIED);
    assertThat(site.lines()).hasSize(1);
  }

  @Test
  void whatIsNotOpenCannotBeAccepted() {
    Outcome unknownCode = site.decide(new Decision.Accepted("NONSENSE", "bin:A-01", "ff", ""));
    Outcome neverOpen = site.decide(new Decision.Accepted("SHORTFALL", "bin:A-01 JAR", "ff", ""));

    assertThat(unknownCode.code()).isEqualTo("NO_SUCH_DISCREPANCY");
    assertThat(neverOpen.code()).isEqualTo("NO_SUCH_DISCREPANCY");
  }

  @Test
  void onlyWhatHasAnEffectCanBeReversed() {
    TestDevice ana = site.device("H-1", "ana");
    UUID anchor = ana.anchored(1);
    ana.pushAll(site.reconciler);

    Outcome outcome = site.decide(new Decision.OperationReversed(anchor, "why not"));

    assertThat(outcome.code()).isEqualTo("NOTHING_TO_REVERSE");
  }

  @Test
  void aMoveThatIsTakenBackAfterTheCountBehindItHasSettledIsFlagged() {
    site.execute("update site set count_wait = 0 where site = 'NORTH'");
    TestDevice ana = site.device("H-1", "ana");
    site.decide(order(3));
    ana.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    UUID pick = ana.at(5, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 3)));
    UUID count = ana.at(10, counted(7));
    ana.pushAll(site.reconciler);
    assertThat(site.settle()).isEqualTo(1);

    ana.at(11, new Fact.Undone(pick));
    ana.pushAll(site.reconciler);

    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "7");
    assertThat(site.evidence("LATE_MOVE")).containsExactly(count);
  }

  @Test
  void aCountThatIsTakenBackAfterItSettledStaysPostedAndIsFlagged() {
    site.execute("update site set count_wait = 0 where site = 'NORTH'");
    site.execute("insert into tolerance (site, valid_from, units) values ('NORTH', 0, 1000000)");
    TestDevice ana = site.device("H-1", "ana");
    UUID count = ana.at(10, counted(1));
    ana.pushAll(site.reconciler);
    assertThat(site.settle()).isEqualTo(1);

    ana.at(11, new Fact.Undone(count));
    ana.pushAll(site.reconciler);

    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "1");
    assertThat(site.evidence("LATE_MOVE")).containsExactly(count);
  }

  @Test
  void aCompletedBinHasNothingOfTheUnknownLotAnyMore() {
    site.execute("insert into tolerance (site, valid_from, units) values ('NORTH', 0, 9000000)");
    TestDevice ana = site.device("H-1", "ana");
    ana.at(10, counted("sheet 1", new CountedKey("TEA", null), 1));
    ana.at(11, new Fact.BinCountCompleted(UUID.randomUUID(), "sheet 1", "A-01", none(), none()));
    ana.pushAll(site.reconciler);

    assertThat(site.balances()).isEmpty();
  }

  @Test
  void aScanThatIsExplainedAfterTheCountBehindItHasSettledIsFlagged() {
    site.execute("update site set count_wait = 0 where site = 'NORTH'");
    TestDevice ana = site.device("H-1", "ana");
    ana.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    ana.at(5, scanned(2));
    UUID count = ana.at(10, counted(10));
    ana.pushAll(site.reconciler);
    assertThat(site.settle()).isEqualTo(1);

    site.decide(new Decision.BarcodeAssigned(CODE, "JAR", Quantity.units(1)));

    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "10");
    assertThat(site.evidence("LATE_MOVE")).containsExactly(count);
  }

  @Test
  void aCountAcrossLotsDoesNotMakeUpForALateMoveOfOneLot() {
    site.execute("update site set count_wait = 0 where site = 'NORTH'");
    TestDevice ana = site.device("H-1", "ana");
    TestDevice ben = site.device("H-2", "ben");
    ana.at(1, new Fact.Received("A-01", Goods.of("TEA", "L1", Quantity.units(10)), "", 0));
    ana.at(10, counted("sheet 1", new CountedKey("TEA", "L1"), 10));
    ana.pushAll(site.reconciler);
    site.settle();
    ben.at(5, new Fact.Received("A-01", Goods.of("TEA", "L1", Quantity.units(4)), "", 0));
    ben.pushAll(site.reconciler);
    List<String> late = site.openDiscrepancies();
    assertThat(late).hasSize(1).first().asString().startsWith("LATE_MOVE");

    ana.at(20, counted("sheet 2", new CountedKey("TEA", null), 10));
    ana.pushAll(site.reconciler);
    assertThat(site.settle()).isEqualTo(1);

    assertThat(site.openDiscrepancies()).isEqualTo(late);
  }

  @Test
  void whoFoundABinEmptyDisputesWithWhoFoundItNotLaterAlsoAboutWhatCameBetween() {
    TestDevice ana = site.device("H-1", "ana");
    TestDevice ben = site.device("H-2", "ben");
    TestDevice dock = site.device("H-3", "dora");
    ana.at(10, new Fact.BinCountCompleted(UUID.randomUUID(), "sheet 1", "A-01", none(), none()));
    ben.at(20, counted(2));
    dock.at(15, new Fact.Received("A-01", goods("JAR", 3), "", 0));
    ana.pushAll(site.reconciler);
    ben.pushAll(site.reconciler);

    dock.pushAll(site.reconciler);

    assertThat(site.openDiscrepancies())
        .containsExactly("COUNT_DISPUTED: Counts of bin:A-01 JAR in sheet 1 do not agree");
    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "3");
  }

  private static List<CountedKey> none() {
    return List.of();
  }

  @Test
  void anOrderThatLeftHasLeftWhicheverWasHeardOfFirst() {
    TestDevice ana = site.device("H-1", "ana");
    UUID first = ana.at(5, new Fact.Dispatched("10482", List.of("C-1")));
    ana.at(6, new Fact.Dispatched("10483", List.of("C-2")));
    ana.pushAll(site.reconciler);
    site.decide(order(3));
    assertThat(site.orderState("10482")).isEqualTo("DISPATCHED");

    site.decide(new Decision.OrderCancelled("10482", null, "too late"));
    assertThat(site.orderState("10482")).isEqualTo("DISPATCHED");

    ana.at(7, new Fact.Undone(first));
    ana.pushAll(site.reconciler);
    assertThat(site.orderState("10482")).isEqualTo("CANCELLED");

    site.decide(new Decision.OrderChanged(LINE, Quantity.units(1), "wanted after all"));
    assertThat(site.orderState("10482")).isEqualTo("OPEN");
  }

  private static Fact.ScannedUnknown scanned(long packs) {
    return new Fact.ScannedUnknown(
        CODE, Account.bin("A-01"), Account.tote("T-1"), Quantity.units(packs));
  }

  private static Fact.CountLine counted(long units) {
    return counted("sheet 1", new CountedKey("JAR", ""), units);
  }

  private static Fact.CountLine counted(String task, CountedKey key, long units) {
    Quantity quantity = Quantity.units(units);
    return new Fact.CountLine(UUID.randomUUID(), task, "A-01", key, quantity, Quantity.units(1));
  }

  private static Decision.OrderPlaced order(long units) {
    return new Decision.OrderPlaced(
        "10482", "Ada", 0, List.of(new Decision.OrderPlaced.Line(7, "JAR", Quantity.units(units))));
  }
}
