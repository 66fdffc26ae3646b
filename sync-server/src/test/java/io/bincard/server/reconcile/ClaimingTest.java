package io.bincard.server.reconcile;

import static io.bincard.server.reconcile.TestSite.goods;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Intent;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord.TaskCreated;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Outcome;
import io.bincard.server.db.Sql;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claiming work through the one door: who gets it, and which stock it is promised. */
class ClaimingTest {
  private static final OrderLine LINE = new OrderLine("10", 1);

  private final TestSite site = new TestSite();
  private final TestDevice one = site.device("H-1", "ana");
  private final TestDevice two = site.device("H-2", "ben");

  @BeforeEach
  void twoBinsWithTenJars() {
    site.execute(
        """
        insert into location (site, location, kind, sequence) values
          ('NORTH', 'A-01', 'PICK_FACE', 1), ('NORTH', 'A-02', 'STORAGE', 2),
          ('NORTH', 'R-01', 'RECEIVING', 0)\
        """);
    one.at(1, new Fact.Received("A-01", goods("JAR", 6), "", 0));
    one.at(2, new Fact.Received("A-02", goods("JAR", 4), "", 0));
    one.at(3, new Fact.Received("R-01", goods("JAR", 50), "", 0));
    one.anchored(4);
    one.pushAll(site.reconciler);
    site.decide(order("10", 8));
    site.decide(order("11", 8));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void whoClaimsFirstGetsTheWorkAndItsPath() {
    assertThat(claim("pick 10", one)).isEqualTo("APPLIED");

    assertThat(work("pick 10")).isEqualTo("CLAIMED H-1 fence 1");
    assertThat(stops("10")).containsExactly("A-01 6", "A-02 2");
  }

  @Test
  void nobodyElseGetsItThen() {
    claim("pick 10", one);

    assertThat(claim("pick 10", two)).isEqualTo("WORK_TAKEN");
    assertThat(work("pick 10")).isEqualTo("CLAIMED H-1 fence 1");
  }

  @Test
  void stockIsPromisedOnce() {
    claim("pick 10", one);
    claim("pick 11", two);

    assertThat(stops("11")).containsExactly("A-02 2");
  }

  @Test
  void theHolderGetsMoreTimeAndWhatIsLeftToDo() {
    claim("pick 10", one);
    one.at(5, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 6)));
    one.anchored(6);
    one.pushAll(site.reconciler);

    assertThat(claim("pick 10", one)).isEqualTo("APPLIED");
    assertThat(work("pick 10")).isEqualTo("CLAIMED H-1 fence 2");
    assertThat(stops("10")).containsExactly("A-02 2");
  }

  @Test
  void aLeaseThatIsOverGoesToAnother() {
    claim("pick 10", one);
    site.execute("update work set expires = 0 where site = 'NORTH'");

    assertThat(claim("pick 10", two)).isEqualTo("APPLIED");
    assertThat(work("pick 10")).isEqualTo("CLAIMED H-2 fence 2");
    assertThat(journal()).endsWith("WorkClaimed", "LeaseLost", "LeaseGranted", "Allocated");
    assertThat(release("pick 10", one, 1)).as("too late").isEqualTo("LEASE_LOST");
  }

  @Test
  void aRevokedDeviceHoldsAndGetsNothing() {
    claim("pick 10", one);
    site.execute("update device set revoked = true where device = '%s'".formatted(one.device()));

    assertThat(claim("pick 11", one)).isEqualTo("DEVICE_REVOKED");
    assertThat(claim("pick 10", two)).isEqualTo("APPLIED");
  }

  @Test
  void whatIsGivenBackIsOpenAndItsStockFree() {
    claim("pick 10", one);

    assertThat(release("pick 10", one, 1)).isEqualTo("APPLIED");
    assertThat(work("pick 10")).isEqualTo("OPEN fence 1");
    claim("pick 11", two);
    assertThat(stops("11")).containsExactly("A-01 6", "A-02 2");
  }

  @Test
  void onlyTheLastLeaseCanBeGivenBack() {
    claim("pick 10", one);
    claim("pick 10", one);

    assertThat(release("pick 10", one, 1)).isEqualTo("LEASE_LOST");
    assertThat(release("pick 10", two, 2)).isEqualTo("LEASE_LOST");
    assertThat(release("pick 10", one, 2)).isEqualTo("APPLIED");
  }

  @Test
  void whatIsAllPickedIsDone() {
    claim("pick 10", one);
    one.at(5, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 8)));
    one.anchored(6);
    one.pushAll(site.reconciler);
    release("pick 10", one, 1);

    assertThat(work("pick 10")).isEqualTo("DONE fence 1");
    assertThat(claim("pick 10", two)).isEqualTo("WORK_DONE");
  }

  @Test
  void aBinWhoseContentsAreDisputedIsPassedBy() {
    claim("pick 10", one);
    one.at(5, new Fact.PickedShort(LINE, "A-01", "JAR", null, Quantity.units(6), "empty"));
    one.anchored(6);
    one.pushAll(site.reconciler);
    assertThat(site.openDiscrepancies()).anyMatch(d -> d.startsWith("SHORT_PICK_DISPUTED"));

    claim("pick 10", one);

    assertThat(stops("10")).containsExactly("A-02 4");
  }

  @Test
  void aCancelledOrderIsNoWork() {
    site.decide(new Decision.OrderCancelled("10", null, "changed his mind"));
    assertThat(claim("pick 10", one)).isEqualTo("WORK_DONE");

    site.decide(new Decision.OrderChanged(LINE, Quantity.units(2), "changed it back"));
    assertThat(claim("pick 10", one)).isEqualTo("APPLIED");
    assertThat(stops("10")).containsExactly("A-01 2");
  }

  @Test
  void aCountIsDoneWhenEveryBinOfItWasCompleted() {
    site.decide(new TaskCreated("count 1", "COUNT", "A-01", "", "somebody asked"));
    claim("count 1", one);
    release("count 1", one, 1);
    assertThat(work("count 1")).isEqualTo("OPEN fence 1");

    claim("count 1", one);
    UUID count = UUID.randomUUID();
    CountedKey jar = new CountedKey("JAR", "");
    Quantity six = Quantity.units(6);
    one.at(5, new Fact.CountLine(count, "count 1", "A-01", jar, six, Quantity.units(1)));
    one.at(6, new Fact.BinCountCompleted(count, "count 1", "A-01", List.of(jar), List.of()));
    one.anchored(7);
    one.pushAll(site.reconciler);
    release("count 1", one, 2);

    assertThat(work("count 1")).isEqualTo("DONE fence 2");
  }

  @Test
  void whatThereIsNotCannotBeClaimed() {
    assertThat(claim("pick 99", one)).isEqualTo("WORK_UNKNOWN");
    assertThat(site.decide(new Intent.WorkClaimed("pick 10", "H-9")).code())
        .isEqualTo("DEVICE_UNKNOWN");
    assertThat(release("pick 99", one, 1)).isEqualTo("WORK_UNKNOWN");
  }

  @Test
  void twoServersGiveNothingAwayTwice() throws Exception {
    StoreReconciler other =
        new StoreReconciler(new PostgresStore(site.database), "S-2", UUID::randomUUID);
    CyclicBarrier both = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<List<Outcome>> here =
          threads.submit(() -> claimBoth(site.reconciler, both, one, "pick 10", "pick 11"));
      Future<List<Outcome>> there =
          threads.submit(() -> claimBoth(other, both, two, "pick 11", "pick 10"));

      assertThat(here.get()).extracting(Outcome::kind).contains(Outcome.Kind.APPLIED);
      assertThat(here.get().size() + there.get().size()).isEqualTo(4);
      long granted =
          Stream.concat(here.get().stream(), there.get().stream())
              .filter(outcome -> outcome.kind() == Outcome.Kind.APPLIED)
              .count();
      assertThat(granted).isEqualTo(2);
    }
    assertThat(stops("10").size() + stops("11").size()).isEqualTo(3);
  }

  private List<Outcome> claimBoth(
      Reconciler reconciler, CyclicBarrier both, TestDevice device, String first, String second)
      throws Exception {
    both.await();
    return List.of(
        record(reconciler, new Intent.WorkClaimed(first, device.device())),
        record(reconciler, new Intent.WorkClaimed(second, device.device())));
  }

  private Outcome record(Reconciler reconciler, Body body) {
    return reconciler.record(site.site, List.of(new Entry(UUID.randomUUID(), "ana", body))).get(0);
  }

  private static Decision.OrderPlaced order(String order, long units) {
    return new Decision.OrderPlaced(
        order,
        "Miller",
        0,
        List.of(new Decision.OrderPlaced.Line(1, "JAR", Quantity.units(units))));
  }

  private String claim(String work, TestDevice device) {
    return result(site.decide(new Intent.WorkClaimed(work, device.device())));
  }

  private String release(String work, TestDevice device, long fence) {
    return result(site.decide(new Intent.WorkReleased(work, device.device(), fence)));
  }

  private static String result(Outcome outcome) {
    return outcome.code() == null ? outcome.kind().name() : outcome.code();
  }

  private String work(String work) {
    return site.database.inSnapshot(
        c ->
            Sql.first(
                    c,
                    """
                    select concat_ws(' ', state, nullif(split_part(device, ' ', 1), ''), 'fence',
                      fence) from work where site = ? and work = ?
                    """,
                    row -> row.getString(1),
                    site.site,
                    work)
                .orElseThrow());
  }

  private List<String> stops(String order) {
    return site.database.inSnapshot(
        c ->
            Sql.list(
                c,
                """
                select concat_ws(' ', stop ->> 'location', stop ->> 'quantity')
                from orders, jsonb_array_elements(stops) as stop
                where site = ? and order_id = ?
                """,
                row -> row.getString(1),
                site.site,
                order));
  }

  private List<String> journal() {
    return site.database.inSnapshot(
        c ->
            Sql.list(
                c,
                "select type from operation where site = ? and device = 'S-1' order by epoch, seq",
                row -> row.getString(1),
                site.site));
  }
}
