package io.bincard.handheld.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.handheld.device.PlayedClock;
import io.bincard.handheld.journal.Journal;
import io.bincard.handheld.journal.Journals;
import io.bincard.handheld.journal.MemoryJournalStore;
import io.bincard.model.operation.Body;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewTest {
  private static final OrderLine LINE = new OrderLine("o1", 1);
  private static final Account A_01 = Account.bin("A-01");
  private static final Account TOTE = Account.tote("T1");
  private static final Account CARTON = Account.carton("C1");

  private final Journal journal = Journals.enrolled(new MemoryJournalStore(), new PlayedClock());
  private final ReplicaStore replica = new MemoryReplicaStore();
  private final View view = new View(replica, journal);
  private int pages;

  private void pull(Row... rows) {
    String cursor = replica.cursor();
    replica.apply(cursor, new PullPage("i", "c" + pages++, false, List.of(rows)));
  }

  private JournalLine done(Body body) {
    return journal.append("ada", null, body);
  }

  private void outcome(JournalLine line, Outcome.Kind kind, @Nullable String code) {
    Operation operation = line.operation();
    Outcome outcome = new Outcome(operation.seq(), operation.id(), kind, code);
    journal.acknowledge("first", operation.epoch(), operation.seq(), List.of(outcome));
  }

  private static Row.Head head(JournalLine line) {
    return new Row.Head("d1", line.operation().epoch(), line.operation().seq(), line.hash());
  }

  private static Row.Stock stock(Account account, long units) {
    return new Row.Stock(account, "nut", "", Quantity.units(units));
  }

  private static Row.Line line(long picked) {
    return new Row.Line(
        "o1", 1, "nut", Quantity.units(10), Quantity.units(picked), Quantity.ZERO, false);
  }

  private static Goods nuts(long units) {
    return Goods.of("nut", "", Quantity.units(units));
  }

  private static Fact.Picked picked(long units) {
    return new Fact.Picked(LINE, "A-01", "T1", nuts(units));
  }

  private long onHand(Account account) {
    return view.balance(account, "nut", "").millionths() / Quantity.UNIT;
  }

  private long pickedOfLine() {
    return view.line(LINE).orElseThrow().picked().millionths() / Quantity.UNIT;
  }

  @Test
  void whatThisDeviceDidIsSeenAtOnce() {
    pull(stock(A_01, 10), line(0));
    done(picked(3));
    assertThat(onHand(A_01)).isEqualTo(7);
    assertThat(onHand(TOTE)).isEqualTo(3);
    assertThat(pickedOfLine()).isEqualTo(3);
    assertThat(view.lines("o1")).extracting(Row.Line::picked).containsExactly(Quantity.units(3));
    assertThat(view.stockOf("nut")).containsExactlyInAnyOrder(stock(A_01, 7), stock(TOTE, 3));
  }

  @Test
  void aPushAnswerTakesNothingOffAndAHeadDoes() {
    pull(stock(A_01, 10), line(0));
    JournalLine pick = done(picked(3));
    outcome(pick, Outcome.Kind.APPLIED, null);
    assertThat(onHand(A_01)).isEqualTo(7);
    pull(stock(A_01, 7), stock(TOTE, 3), line(3), head(pick));
    assertThat(onHand(A_01)).isEqualTo(7);
    assertThat(onHand(TOTE)).isEqualTo(3);
    assertThat(pickedOfLine()).isEqualTo(3);
    assertThat(view.pending()).isEmpty();
  }

  @Test
  void whatIsEmptyIsNotListed() {
    pull(stock(A_01, 3));
    done(picked(3));
    assertThat(view.stock(A_01)).isEmpty();
  }

  @Test
  void aBalanceCanBeBelowZero() {
    done(picked(3));
    assertThat(view.stock(A_01)).containsExactly(stock(A_01, -3));
  }

  @Test
  void lotsAreKeptApart() {
    pull(new Row.Stock(A_01, "milk", "L1", Quantity.units(5)));
    Goods lot2 = Goods.of("milk", "L2", Quantity.units(2));
    done(new Fact.Moved("B-01", "A-01", lot2));
    assertThat(view.balance(A_01, "milk", "L1")).isEqualTo(Quantity.units(5));
    assertThat(view.balance(A_01, "milk", "L2")).isEqualTo(Quantity.units(2));
    assertThat(view.stock(A_01)).hasSize(2);
  }

  @Test
  void anUndoneOperationIsOffWhetherTheBaseHasItOrNot() {
    pull(stock(A_01, 10), line(0));
    JournalLine pick = done(picked(3));
    JournalLine undone = done(new Fact.Undone(pick.operation().id()));
    assertThat(onHand(A_01)).isEqualTo(10);
    assertThat(pickedOfLine()).isZero();

    outcome(pick, Outcome.Kind.APPLIED, null);
    pull(stock(A_01, 7), stock(TOTE, 3), line(3), head(pick));
    assertThat(onHand(A_01)).isEqualTo(10);
    assertThat(onHand(TOTE)).isZero();
    assertThat(pickedOfLine()).isZero();

    pull(stock(A_01, 10), stock(TOTE, 0), line(0), head(undone));
    assertThat(onHand(A_01)).isEqualTo(10);
    assertThat(pickedOfLine()).isZero();
  }

  @Test
  void anUndoneOperationIsOffEvenIfTheAnswerToItsPushWasLost() {
    JournalLine pick = done(picked(3));
    pull(stock(A_01, 7), stock(TOTE, 3), line(3), head(pick));
    done(new Fact.Undone(pick.operation().id()));
    assertThat(onHand(A_01)).isEqualTo(10);
    assertThat(pickedOfLine()).isZero();
  }

  @Test
  void aQuarantinedOperationIsNotTakenOffTwice() {
    pull(stock(A_01, 10));
    JournalLine pick = done(picked(3));
    outcome(pick, Outcome.Kind.QUARANTINED, "UNKNOWN_VERSION");
    pull(stock(A_01, 10), head(pick));
    assertThat(onHand(A_01)).as("the server's figure").isEqualTo(10);
    done(new Fact.Undone(pick.operation().id()));
    assertThat(onHand(A_01)).isEqualTo(10);
    assertThat(journal.notApplied()).hasSize(1);
  }

  @Test
  void aCountWaitsAndChangesNoBalance() {
    pull(stock(A_01, 12));
    UUID count = new UUID(1, 1);
    CountedKey nut = new CountedKey("nut", "");
    JournalLine first =
        done(new Fact.CountLine(count, "t", "A-01", nut, Quantity.units(9), Quantity.units(1)));
    JournalLine second =
        done(new Fact.CountLine(count, "t", "A-01", nut, Quantity.units(10), Quantity.units(1)));
    assertThat(onHand(A_01)).isEqualTo(12);
    assertThat(view.waitingCounts("A-01"))
        .containsExactly(
            new WaitingCount(second.operation().id(), "ada", "nut", "", Quantity.units(10)));
    assertThat(view.waitingCounts("B-01")).isEmpty();

    JournalLine undone = done(new Fact.Undone(second.operation().id()));
    assertThat(view.waitingCounts("A-01"))
        .extracting(WaitingCount::operation)
        .containsExactly(first.operation().id());
    pull(head(undone));
    assertThat(view.waitingCounts("A-01")).isEmpty();
  }

  @Test
  void dispatchedCartonsAreEmpty() {
    pull(stock(CARTON, 5), stock(TOTE, 4), line(9));
    done(new Fact.Packed(LINE, "T1", "C1", nuts(4)));
    assertThat(onHand(CARTON)).isEqualTo(9);
    assertThat(view.line(LINE).orElseThrow().packed()).isEqualTo(Quantity.units(4));
    done(new Fact.Dispatched("o1", List.of("C1")));
    assertThat(view.stock(CARTON)).isEmpty();
    assertThat(view.stockOf("nut")).isEmpty();
    done(new Fact.Unpacked(LINE, "C1", "T1", nuts(1)));
    assertThat(onHand(CARTON)).isEqualTo(-1);
  }

  @Test
  void whatWasReceivedCountsForItsDelivery() {
    pull(
        new Row.Expected("n1", 2, "Supplier", "nut", Quantity.units(10), Quantity.ZERO),
        new Row.Expected("n1", 10, "Supplier", "nut", Quantity.units(10), Quantity.units(1)),
        new Row.Expected("n2", 1, "Supplier", "nut", Quantity.units(10), Quantity.ZERO));
    done(new Fact.Received("R-01", nuts(4), "n1", 2));
    assertThat(view.expected("n1"))
        .extracting(Row.Expected::received)
        .containsExactly(Quantity.units(4), Quantity.units(1));
    assertThat(view.expected()).hasSize(3);
    assertThat(onHand(Account.bin("R-01"))).isEqualTo(4);
  }

  @Test
  void aBarcodeMeansWhatItMeantAtThatMomentAndBeforeTheFirstTheFirst() {
    Row.Barcode first = new Row.Barcode("0123", "nut", Quantity.units(1), 100);
    Row.Barcode second = new Row.Barcode("0123", "bolt", Quantity.units(12), 1_000);
    pull(second, first, new Row.Barcode("0999", "nut", Quantity.units(1), 0));
    assertThat(view.barcode("0123", 50)).contains(first);
    assertThat(view.barcode("0123", 100)).contains(first);
    assertThat(view.barcode("0123", 999)).contains(first);
    assertThat(view.barcode("0123", 1_000)).contains(second);
    assertThat(view.barcode("012", 1_000)).isEmpty();
    assertThat(view.barcodesOf("nut")).hasSize(2);
  }

  @Test
  void peopleAreFoundByNameAndByBadge() {
    Row.Person ada = new Row.Person("ada", "Ada", "operator", "B-1", "", true);
    pull(ada);
    assertThat(view.person("ada")).contains(ada);
    assertThat(view.personByBadge("B-1")).contains(ada);
    assertThat(view.personByBadge("")).isEmpty();
    assertThat(view.personByBadge("ada")).isEmpty();
  }

  @Test
  void binsComeInTheOrderOfTheWay() {
    Row.Location far = new Row.Location("A-02", "STORAGE", 9, true);
    Row.Location near = new Row.Location("Z-01", "PICK_FACE", 1, true);
    pull(far, near);
    assertThat(view.locations()).containsExactly(near, far);
    assertThat(view.location("A-02")).contains(far);
  }

  @Test
  void stopsWorkAndTheRestComeAsPulled() {
    Row.Allocation.Stop stop = new Row.Allocation.Stop(1, "A-01", "nut", "", Quantity.units(10));
    Row.Work work = new Row.Work("w1", "PICK", "o1", "o1", List.of(), "OPEN", "", 0, 0);
    Row.Discrepancy open = new Row.Discrepancy("SHORTFALL", "bin A-01", true, "");
    Row.Order order = new Row.Order("o1", "Shop", 1, "OPEN");
    Row.Site site = new Row.Site("HH", "Hamburg", "Europe/Berlin", "4006381");
    assertThat(view.site()).isEmpty();
    pull(site, order, new Row.Allocation("o1", List.of(stop)), work, open);
    assertThat(view.site()).contains(site);
    assertThat(view.order("o1")).contains(order);
    assertThat(view.stops("o1")).containsExactly(stop);
    assertThat(view.stops("o2")).isEmpty();
    assertThat(view.work()).containsExactly(work);
    assertThat(view.work("w1")).contains(work);
    assertThat(view.discrepancies()).containsExactly(open);
  }
}
