package io.bincard.handheld.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.handheld.replica.ReplicaStore.Applied;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of a replica does. */
abstract class ReplicaStoreContract {
  protected ReplicaStore store;

  abstract ReplicaStore open();

  @BeforeEach
  void openIt() {
    store = open();
  }

  @AfterEach
  void closeIt() {
    store.close();
  }

  protected static PullPage page(String incarnation, String cursor, Row... rows) {
    return new PullPage(incarnation, cursor, false, List.of(rows));
  }

  protected static PullPage partOf(String incarnation, String cursor, Row... rows) {
    return new PullPage(incarnation, cursor, true, List.of(rows));
  }

  protected static Row.Item item(String code, String name) {
    return new Row.Item(code, name, "pc", "NONE", true);
  }

  private static Row.Stock stock(String bin, String item, String lot, long units) {
    return new Row.Stock(Account.bin(bin), item, lot, Quantity.units(units));
  }

  private Optional<Row.Item> item(String code) {
    return row(RowType.ITEM, code);
  }

  protected <R extends Row> Optional<R> row(RowType<R> type, Object... key) {
    return store.read(base -> base.row(type, key));
  }

  private <R extends Row> List<R> rows(RowType<R> type, Object... keyStart) {
    return store.read(base -> base.rows(type, keyStart));
  }

  private <R extends Row> List<R> rowsAbout(RowType<R> type, String about) {
    return store.read(base -> base.rowsAbout(type, about));
  }

  @Test
  void aNewStoreIsAtTheBeginning() {
    assertThat(store.cursor()).isEmpty();
    assertThat(item("nut")).isEmpty();
  }

  @Test
  void aPageBringsRowsAndCursor() {
    assertThat(store.apply("", page("i", "c1", item("nut", "Nut")))).isEqualTo(Applied.DONE);
    assertThat(store.cursor()).isEqualTo("c1");
    assertThat(item("nut")).contains(item("nut", "Nut"));
  }

  @Test
  void aLaterRowReplacesTheOneOfTheSameKey() {
    store.apply("", page("i", "c1", item("nut", "Nut"), item("nut", "Nut M8")));
    store.apply("c1", page("i", "c2", item("nut", "Nut M10"), item("bolt", "Bolt")));
    assertThat(item("nut")).contains(item("nut", "Nut M10"));
    assertThat(item("bolt")).isPresent();
  }

  @Test
  void aPageThatDoesNotContinueIsPassedOver() {
    store.apply("", page("i", "c1", item("nut", "Nut")));
    assertThat(store.apply("", page("i", "c9", item("bolt", "Bolt")))).isEqualTo(Applied.OUTDATED);
    assertThat(store.cursor()).isEqualTo("c1");
    assertThat(item("bolt")).isEmpty();
  }

  @Test
  void pagesThatBelongTogetherAreShownTogether() {
    store.apply("", page("i", "c1", item("nut", "Nut"), stock("A", "nut", "", 5)));
    store.apply("c1", partOf("i", "c2", item("nut", "Nut M8"), item("bolt", "Bolt")));
    store.apply("c2", partOf("i", "c3", item("bolt", "Bolt M8"), stock("A", "nut", "", 0)));
    assertThat(store.cursor()).isEqualTo("c3");
    assertThat(store.shownCursor()).isEqualTo("c1");
    assertThat(item("nut")).contains(item("nut", "Nut"));
    assertThat(item("bolt")).isEmpty();
    assertThat(rows(RowType.STOCK)).hasSize(1);

    store.apply("c3", page("i", "c4"));
    assertThat(store.shownCursor()).isEqualTo("c4");
    assertThat(item("nut")).contains(item("nut", "Nut M8"));
    assertThat(item("bolt")).contains(item("bolt", "Bolt M8"));
    assertThat(rows(RowType.STOCK)).isEmpty();
  }

  @Test
  void otherDataReplaceWhatIsHereOnceTheyHaveCome() {
    store.apply("", page("i", "c1", item("nut", "Nut")));
    assertThat(store.apply("c1", page("j", "c1", item("bolt", "Bolt"))))
        .isEqualTo(Applied.STARTED_OVER);
    assertThat(store.cursor()).isEmpty();
    assertThat(item("nut")).as("people can work on in the meantime").isPresent();
    assertThat(item("bolt")).as("its page was no page from the beginning").isEmpty();

    assertThat(store.apply("", partOf("j", "c5", item("bolt", "Bolt")))).isEqualTo(Applied.DONE);
    assertThat(item("nut")).isPresent();
    assertThat(store.apply("c5", page("j", "c6", item("washer", "Washer"))))
        .isEqualTo(Applied.DONE);
    assertThat(item("nut")).isEmpty();
    assertThat(item("bolt")).isPresent();
    assertThat(item("washer")).isPresent();
  }

  @Test
  void whatWasPutAsideOfOtherDataIsForgotten() {
    store.apply("", partOf("i", "c1", item("nut", "Nut")));
    assertThat(store.apply("c1", page("j", "c9"))).isEqualTo(Applied.STARTED_OVER);
    store.apply("", page("j", "c2", item("bolt", "Bolt")));
    assertThat(item("nut")).isEmpty();
    assertThat(item("bolt")).isPresent();
  }

  @Test
  void otherDataFromTheBeginningAreTakenAtOnce() {
    store.apply("", page("i", "", item("nut", "Nut")));
    assertThat(store.apply("", page("j", "c1", item("bolt", "Bolt")))).isEqualTo(Applied.DONE);
    assertThat(item("nut")).isEmpty();
    assertThat(item("bolt")).isPresent();
  }

  @Test
  void rowsAreFoundByTheStartOfTheirKey() {
    store.apply(
        "",
        page(
            "i",
            "c",
            stock("A-1", "nut", "", 1),
            stock("A-1", "bolt", "L1", 2),
            stock("A-1", "bolt", "L2", 3),
            stock("A-10", "nut", "", 4)));
    assertThat(rows(RowType.STOCK, Account.bin("A-1")))
        .containsExactlyInAnyOrder(
            stock("A-1", "nut", "", 1),
            stock("A-1", "bolt", "L1", 2),
            stock("A-1", "bolt", "L2", 3));
    assertThat(rows(RowType.STOCK, Account.bin("A-1"), "bolt")).hasSize(2);
    assertThat(rows(RowType.STOCK)).hasSize(4);
  }

  @Test
  void rowsAreFoundByWhatTheyAreAbout() {
    Row.Person ada = new Row.Person("ada", "Ada", "operator", "B-1", "", true);
    Row.Person bob = new Row.Person("bob", "Bob", "operator", "", "", true);
    store.apply("", page("i", "c", stock("A", "nut", "", 1), stock("B", "nut", "", 2), ada, bob));
    assertThat(rowsAbout(RowType.STOCK, "nut"))
        .containsExactlyInAnyOrder(stock("A", "nut", "", 1), stock("B", "nut", "", 2));
    assertThat(rowsAbout(RowType.PERSON, "B-1")).containsExactly(ada);
    assertThat(rowsAbout(RowType.PERSON, "")).isEmpty();
    assertThat(rowsAbout(RowType.PERSON, "nut")).isEmpty();
  }

  @Test
  void whatIsNothingAnyMoreIsNotKept() {
    Row.Discrepancy open = new Row.Discrepancy("SHORTFALL", "bin A", true, "3 too few");
    Row.Discrepancy closed = new Row.Discrepancy("SHORTFALL", "bin A", false, "");
    store.apply("", page("i", "c1", stock("A", "nut", "", 1), open));
    assertThat(rows(RowType.DISCREPANCY)).containsExactly(open);
    store.apply("c1", page("i", "c2", stock("A", "nut", "", 0), closed));
    assertThat(rows(RowType.DISCREPANCY)).isEmpty();
    assertThat(rows(RowType.STOCK)).isEmpty();
  }

  @Test
  void separatorsInCodesDoNotMixKeysUp() {
    Row.Lot odd = new Row.Lot("a\u001fb", "c", null, "AVAILABLE");
    Row.Lot other = new Row.Lot("a", "b\u001fc", null, "AVAILABLE");
    Row.Lot third = new Row.Lot("a", "b\u001eac", null, "AVAILABLE");
    store.apply("", page("i", "c", odd, other, third));
    assertThat(rows(RowType.LOT, "a")).containsExactlyInAnyOrder(other, third);
    assertThat(rows(RowType.LOT, "a\u001fb")).containsExactly(odd);
  }

  @Test
  void everyTypeOfRowComesBackAsItWas() {
    Quantity some = Quantity.parse("12.5");
    List<Row> rows =
        List.of(
            new Row.Site("HH", "Hamburg", "Europe/Berlin", "4006381"),
            item("nut", "Nut M8 – Ø 8 mm"),
            new Row.Barcode("04006381333931", "nut", some, 7),
            new Row.Lot("nut", "L1", LocalDate.of(2027, 2, 28), "HELD"),
            new Row.Location("A-01", "PICK_FACE", 3, true),
            new Row.Person("ada", "Ada", "operator", "B-1", "$argon2id$", true),
            stock("A-01", "nut", "L1", -3),
            new Row.Order("o1", "Shop", 1, "OPEN"),
            new Row.Line("o1", 1, "nut", some, Quantity.ZERO, Quantity.ZERO, false),
            new Row.Allocation(
                "o1", List.of(new Row.Allocation.Stop(1, "A-01", "nut", "L1", some))),
            new Row.Work("w1", "PICK", "Order o1", "o1", List.of("A-01"), "OPEN", "", 0, 0),
            new Row.Expected("e1", 1, "Supplier", "nut", some, Quantity.ZERO),
            new Row.Discrepancy("SHORTFALL", "bin A-01", true, "3 too few"),
            new Row.Head("d1", 1, 17, "hash"));
    assertThat(rows)
        .extracting(row -> (Object) row.getClass())
        .as("one of each type")
        .containsExactlyInAnyOrder((Object[]) Row.class.getPermittedSubclasses());
    store.apply("", page("i", "c", rows.toArray(Row[]::new)));
    List<Row> found = new ArrayList<>();
    RowType.all().forEach(type -> found.addAll(rows(type)));
    assertThat(found).containsExactlyInAnyOrderElementsOf(rows);
  }
}
