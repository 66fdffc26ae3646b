package io.bincard.server.reconcile;

import static io.bincard.server.reconcile.TestSite.goods;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PushAnswer;
import io.bincard.server.db.Sql;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreReconcilerTest {
  private static final OrderLine LINE = new OrderLine("10482", 7);
  private final TestSite site = new TestSite();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void twoPeoplePickOfflineFromTheSameStockAndBothPicksCount() {
    TestDevice dock = site.device("H-0", "dora");
    TestDevice ana = site.device("H-1", "ana");
    TestDevice ben = site.device("H-2", "ben");
    dock.at(1, new Fact.Received("A-01", goods("JAR", 100), "", 0));
    ana.at(10, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 3)));
    ben.at(11, new Fact.Picked(LINE, "A-01", "T-2", goods("JAR", 5)));

    ben.pushAll(site.reconciler);
    ana.pushAll(site.reconciler);
    dock.pushAll(site.reconciler);

    assertThat(site.balances())
        .containsEntry("bin:A-01 JAR", "92")
        .containsEntry("tote:T-1 JAR", "3")
        .containsEntry("tote:T-2 JAR", "5")
        .containsEntry("supplier JAR", "-100");
  }

  @Test
  void aPushSentTwiceIsAnsweredAlikeAndCountsOnce() {
    TestDevice dock = site.device("H-0", "dora");
    dock.at(1, new Fact.Received("A-01", goods("JAR", 100), "", 0));

    PushAnswer first = dock.pushAll(site.reconciler);
    PushAnswer second = dock.pushAll(site.reconciler);

    assertThat(second).isEqualTo(first);
    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "100");
  }

  @Test
  void theAnswerIsAboutTheEpochThatWasPushed() {
    TestDevice before = site.device("H-0", "dora");
    before.at(1, new Fact.Received("A-01", goods("JAR", 100), "", 0));
    before.at(2, new Fact.Received("A-01", goods("LID", 100), "", 0));
    PushAnswer old = before.pushAll(site.reconciler);
    TestDevice after = before.restored();

    PushAnswer empty = after.pushAll(site.reconciler);
    after.at(3, new Fact.Received("A-01", goods("JAR", 5), "", 0));
    PushAnswer fresh = after.pushAll(site.reconciler);

    assertThat(empty.appliedThrough()).isZero();
    assertThat(empty.headHash()).isEmpty();
    assertThat(fresh.appliedThrough()).isEqualTo(1);
    assertThat(before.pushAll(site.reconciler)).isEqualTo(old);
    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "105");
  }

  @Test
  void aPickBeforeACountThatArrivesAfterItChangesNoBalanceButExplainsTheVariance() {
    TestDevice dock = site.device("H-0", "dora");
    TestDevice ana = site.device("H-1", "ana");
    TestDevice ben = site.device("H-2", "ben");
    dock.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    dock.pushAll(site.reconciler);
    UUID count = UUID.randomUUID();
    ben.at(
        20,
        new Fact.CountLine(
            count,
            "sheet 1",
            "A-01",
            new CountedKey("JAR", ""),
            Quantity.units(7),
            Quantity.units(1)));
    ben.pushAll(site.reconciler);
    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "10");
    assertThat(site.openDiscrepancies())
        .containsExactly("COUNT_VARIANCE: ben counted 7 of bin:A-01 JAR, the book showed 10");

    ana.at(10, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 3)));
    ana.pushAll(site.reconciler);

    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "7");
    assertThat(site.openDiscrepancies())
        .containsExactly("OVERPICK: line 10482/7 of JAR asked for 0 and got 3");
  }

  @Test
  void aBinThatWasCountedWholeHasNothingElseAlsoNothingHeardOfLater() {
    site.execute("insert into tolerance (site, valid_from, units) values ('NORTH', 0, 99000000)");
    TestDevice ana = site.device("H-1", "ana");
    TestDevice ben = site.device("H-2", "ben");
    ben.at(
        20, new Fact.BinCountCompleted(UUID.randomUUID(), "sheet 1", "A-01", List.of(), List.of()));
    ben.pushAll(site.reconciler);
    ana.at(10, new Fact.Received("A-01", goods("LID", 3), "", 0));
    ana.at(30, new Fact.Received("A-01", goods("LID", 2), "", 0));
    ana.pushAll(site.reconciler);

    assertThat(site.balances())
        .containsEntry("bin:A-01 LID", "2")
        .containsEntry("adjustment LID", "3");
  }

  @Test
  void aReversedOperationIsVoidAtItsOwnTimeWhicheverArrivesFirst() {
    TestDevice dock = site.device("H-0", "dora");
    UUID received = dock.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    site.decide(new Decision.OperationReversed(received, "typed twice"));

    dock.pushAll(site.reconciler);
    UUID other = dock.at(2, new Fact.Received("A-01", goods("JAR", 4), "", 0));
    dock.pushAll(site.reconciler);
    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "4");

    site.decide(new Decision.OperationReversed(other, "typed twice"));
    assertThat(site.balances()).isEmpty();
  }

  @Test
  void anUnknownBarcodeIsPostedAsSoonAsSomebodySaysWhatItMeans() {
    TestDevice ana = site.device("H-1", "ana");
    ana.at(
        5,
        new Fact.ScannedUnknown(
            "00012345678905",
            io.bincard.model.stock.Account.bin("A-01"),
            io.bincard.model.stock.Account.tote("T-1"),
            Quantity.units(2)));
    ana.pushAll(site.reconciler);
    assertThat(site.balances()).isEmpty();
    assertThat(site.openDiscrepancies())
        .containsExactly(
            "UNKNOWN_BARCODE: Barcode 00012345678905 was scanned 1 time(s) and means no item");

    site.decide(new Decision.BarcodeAssigned("00012345678905", "JAR", Quantity.units(12)));

    assertThat(site.balances())
        .containsEntry("bin:A-01 JAR", "-24")
        .containsEntry("tote:T-1 JAR", "24");
    assertThat(site.openDiscrepancies())
        .containsExactly("SHORTFALL: The book of bin:A-01 JAR stands at -24");
  }

  @Test
  void aMoveThatArrivesAfterTheCountBehindItHasSettledIsFlagged() {
    site.execute("update site set count_wait = 0 where site = 'NORTH'");
    TestDevice dock = site.device("H-0", "dora");
    TestDevice ana = site.device("H-1", "ana");
    dock.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    dock.at(
        20,
        new Fact.CountLine(
            UUID.randomUUID(),
            "sheet 1",
            "A-01",
            new CountedKey("JAR", ""),
            Quantity.units(10),
            Quantity.units(1)));
    dock.pushAll(site.reconciler);
    assertThat(site.settle()).isEqualTo(1);
    assertThat(site.settle()).isZero();

    site.decide(
        new Decision.OrderPlaced(
            "10482",
            "Ada",
            0,
            List.of(new Decision.OrderPlaced.Line(7, "JAR", Quantity.units(3)))));
    ana.at(10, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 3)));
    ana.pushAll(site.reconciler);

    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "10");
    assertThat(site.openDiscrepancies()).hasSize(1).first().asString().startsWith("LATE_MOVE");
  }

  @Test
  void whatIsReceivedCountsTowardsItsDeliveryUntilItIsUndone() {
    site.execute(
        "insert into delivery_line (site, delivery, line, supplier, item, ordered)"
            + " values ('NORTH', 'D-1', 1, 'Glassworks', 'JAR', 24000000)");
    TestDevice dock = site.device("H-0", "dora");
    dock.at(1, new Fact.Received("A-01", goods("JAR", 12), "D-1", 1));
    UUID twice = dock.at(2, new Fact.Received("A-01", goods("JAR", 12), "D-1", 1));
    dock.at(3, new Fact.Undone(twice));
    UUID late = dock.at(4, new Fact.Received("A-01", goods("JAR", 6), "D-1", 1));
    dock.pushAll(site.reconciler);
    assertThat(received()).isEqualTo(18_000_000);

    site.decide(new Decision.OperationReversed(late, "of another delivery"));

    assertThat(received()).isEqualTo(12_000_000);
  }

  @Test
  void aSecondJournalOfADeviceIsKeptApartHoweverManyPushesItComesIn() {
    TestDevice ana = site.device("H-1", "ana");
    TestDevice twin = new TestDevice(site.site, ana.device(), "ana", 1);
    ana.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    for (int t = 2; t < 5; t++) {
      twin.at(t, new Fact.Received("A-01", goods("JAR", 7), "", 0));
    }
    ana.pushAll(site.reconciler);

    PushAnswer first = twin.push(site.reconciler, 0, 1);
    PushAnswer rest = twin.push(site.reconciler, 1, 3);

    assertThat(first.outcomes()).extracting(Outcome::code).containsExactly("FORKED");
    assertThat(rest.sendFrom()).isNull();
    assertThat(rest.outcomes()).extracting(Outcome::code).containsExactly("FORKED", "FORKED");
    assertThat(site.balances()).containsEntry("bin:A-01 JAR", "10");
    assertThat(site.openDiscrepancies())
        .containsExactly(
            "DEVICE_FORKED: Device "
                + ana.device()
                + " sent two journals that part at operation 1/1;"
                + " 3 operation(s) are kept apart");
  }

  @Test
  void whatIsAddedUpMayBeMoreThanAnyOperationMayState() {
    TestDevice dock = site.device("H-0", "dora");
    dock.at(1, new Fact.Received("A-01", goods("SEED", 6_000_000), "", 0));
    dock.at(2, new Fact.Received("A-01", goods("SEED", 6_000_000), "", 0));
    dock.at(
        3,
        new Fact.CountLine(
            UUID.randomUUID(),
            "sheet 1",
            "A-01",
            new CountedKey("SEED", ""),
            Quantity.units(9_000_000),
            Quantity.units(1)));
    dock.pushAll(site.reconciler);
    dock.at(4, new Fact.Received("A-01", goods("SEED", 1), "", 0));
    dock.pushAll(site.reconciler);

    assertThat(site.balances()).containsEntry("bin:A-01 SEED", "12000001");
  }

  private long received() {
    return site.database
        .inSnapshot(
            connection ->
                Sql.first(
                    connection,
                    "select received from delivery_line where site = ?",
                    row -> row.getLong(1),
                    site.site))
        .orElseThrow();
  }
}
