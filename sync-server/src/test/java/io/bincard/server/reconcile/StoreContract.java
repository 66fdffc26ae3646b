package io.bincard.server.reconcile;

import static io.bincard.server.reconcile.TestSite.goods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.model.discrepancy.DiscrepancyCode;
import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.Body;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Intent;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.BinCard;
import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Statement;
import io.bincard.model.stock.Status;
import io.bincard.model.stock.Tolerance;
import io.bincard.model.sync.Outcome;
import io.bincard.model.time.Position;
import io.bincard.server.work.Bin;
import io.bincard.server.work.WorkState;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Store} does: the reconciler writes through it, and reads what it wrote. */
abstract class StoreContract {
  private static final OrderLine LINE = new OrderLine("10", 1);
  private static final String CODE = "00012345678905";

  private Stage stage;
  private String site;
  private StoreReconciler reconciler;
  private TestDevice ana;
  private TestDevice ben;

  /** A place without any site. */
  abstract Stage stage();

  @BeforeEach
  void foundASiteWithTwoDevices() {
    stage = stage();
    site =
        stage.found(
            new World(
                0,
                new SiteSettings(false, ZoneOffset.UTC, 100, 1_000),
                List.of(new Tolerances.Row("", "", "", 0, new Tolerance(Quantity.units(2)))),
                Map.of("H-1", List.of(), "H-2", List.of()),
                List.of()));
    reconciler = new StoreReconciler(stage.store(), "S-1", UUID::randomUUID);
    ana = new TestDevice(site, Stage.device(site, "H-1"), "ana", 1);
    ben = new TestDevice(site, Stage.device(site, "H-2"), "ben", 1);
    stage.turnTo(1_000);
  }

  private <T> T read(Function<Store.Session, T> query) {
    return stage.store().inTransaction(site, Store.Access.SHARED, query);
  }

  private Outcome decide(Body body) {
    return reconciler.record(site, List.of(new Entry(UUID.randomUUID(), "marta", body))).get(0);
  }

  private CardKey card(String account, String item) {
    return new CardKey(site, Account.parse(account), item);
  }

  private static Position at(TestDevice device, long t, long seq) {
    return new Position(t, device.device(), 1, seq, 0);
  }

  private static Fact.CountLine counted(String task, String item, long units) {
    Quantity quantity = Quantity.units(units);
    return new Fact.CountLine(
        UUID.randomUUID(), task, "A-01", new CountedKey(item, ""), quantity, Quantity.units(1));
  }

  private static Fact.BinCountCompleted completed(String task, CountedKey... listed) {
    return new Fact.BinCountCompleted(UUID.randomUUID(), task, "A-01", List.of(listed), List.of());
  }

  private static Decision.OrderPlaced order(long units) {
    return new Decision.OrderPlaced(
        "10", "Ada", 3, List.of(new Decision.OrderPlaced.Line(1, "JAR", Quantity.units(units))));
  }

  private StoredCard load(CardKey card, long since) {
    Closure closure = new Closure();
    closure.touch(card, new Position(since, "", 0, 0, 0));
    return read(session -> session.load(closure)).cards().get(card);
  }

  // Transactions

  @Test
  void aSiteThatNobodyFoundedIsRefused() {
    assertThatThrownBy(
            () -> stage.store().inTransaction("NOWHERE", Store.Access.SHARED, session -> 1))
        .isInstanceOf(UnknownSiteException.class);
  }

  @Test
  void allSessionsOfOneStoreHaveOneIncarnation() {
    assertThat(read(Store.Session::incarnation)).isEqualTo(read(Store.Session::incarnation));
    assertThat(read(Store.Session::now)).isEqualTo(1_000);
  }

  @Test
  void aTransactionThatFailsAfterItWroteLeavesNothingBehind() {
    decide(order(3));
    ana.at(1, new Fact.SignedIn());
    ana.at(2, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    ana.at(3, counted("sheet 1", "JAR", 9));
    ana.at(4, completed("sheet 1", new CountedKey("JAR", "")));
    ana.pushAll(reconciler);
    Books before = stage.books(site);
    Store failing =
        new Store() {
          @Override
          public <T> T inTransaction(String at, Access access, Function<Session, T> transaction) {
            return stage
                .store()
                .inTransaction(
                    at,
                    access,
                    session -> {
                      T lost = transaction.apply(session);
                      throw new IllegalStateException("the light went out before " + lost);
                    });
          }
        };
    ana.at(5, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 3)));
    ana.at(6, new Fact.PickedShort(LINE, "A-01", "JAR", null, Quantity.units(1), "empty"));
    ana.at(7, new Fact.Packed(LINE, "T-1", "C-1", goods("JAR", 3)));
    ana.at(8, new Fact.CartonClosed("10", "C-1"));
    ana.at(9, new Fact.Dispatched("10", List.of("C-1")));
    ana.at(10, scanned());
    ana.at(11, new Fact.SignedOut());
    ana.at(12, new Fact.Undone(ana.ids().get(2)));

    assertThatThrownBy(() -> ana.pushAll(new StoreReconciler(failing, "S-1", UUID::randomUUID)))
        .hasMessageStartingWith("the light went out");

    assertThat(stage.books(site)).isEqualTo(before);
    assertThat(read(session -> session.head(ana.device())).seq()).isEqualTo(4);
    ana.pushAll(reconciler);
    assertThat(read(session -> session.head(ana.device())).seq()).isEqualTo(12);
  }

  @Test
  void pushesAtTheSameTimeLoseNothing() throws Exception {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (TestDevice device : List.of(ana, ben)) {
      for (int i = 1; i <= 20; i++) {
        device.at(i, new Fact.Received("A-01", goods("JAR", 1), "", 0));
      }
      tasks.add(
          () -> {
            for (int i = 0; i < 20; i++) {
              device.push(reconciler, i, i + 1);
            }
            return null;
          });
    }
    tasks.add(
        () -> {
          for (int i = 0; i < 10; i++) {
            decide(order(i + 1));
          }
          return null;
        });

    try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
      for (Future<Void> each : threads.invokeAll(tasks)) {
        each.get();
      }
    }

    assertThat(stage.books(site).balances())
        .containsEntry(card("bin:A-01", "JAR").lot(""), Quantity.units(40));
    assertThat(stage.books(site).lines().get(LINE).ordered()).isEqualTo(Quantity.units(10));
  }

  // Journals

  @Test
  void aDeviceThatNobodyEnrolledIsRefused() {
    assertThatThrownBy(() -> read(session -> session.head("H-9")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("H-9");
  }

  @Test
  void theServersOwnDeviceIsMadeKnownOnce() {
    assertThat(read(session -> session.ownHead("S-1")).seq()).isZero();
    decide(order(3));

    assertThat(read(session -> session.ownHead("S-1")).seq()).isEqualTo(1);
    assertThat(read(Store.Session::heads))
        .extracting(JournalHead::device)
        .containsExactly(ana.device(), ben.device(), "S-1");
  }

  @Test
  void operationsAreFoundByTheirPlaceAndTheirIdAndAnswerForEver() {
    UUID first = ana.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    ana.at(2, new Fact.Undone(new UUID(7, 7)));
    ana.anchored(3);
    ana.pushAll(reconciler);

    Map<Long, StoredOperation> found = read(session -> session.operations(ana.device(), 1, 2, 9));
    Map<UUID, Outcome> outcomes = read(session -> session.outcomes(Set.of(first, new UUID(7, 7))));

    assertThat(found).containsOnlyKeys(2L, 3L);
    assertThat(found.get(2L).outcome().kind()).isEqualTo(Outcome.Kind.QUARANTINED);
    assertThat(found.get(3L).operation()).isEqualTo(ana.journal().get(2).operation());
    assertThat(found.get(3L).hash()).isEqualTo(ana.journal().get(2).hash());
    assertThat(found.get(3L).time().t()).isEqualTo(3);
    assertThat(outcomes)
        .containsOnly(Map.entry(first, new Outcome(1, first, Outcome.Kind.APPLIED, null)));
    Map<Long, StoredOperation> later = read(session -> session.operations(ana.device(), 2, 1, 9));
    assertThat(later).isEmpty();
  }

  @Test
  void anEpochThatIsOverEndsWhereItEnded() {
    ana.at(1, new Fact.SignedIn());
    ana.at(2, new Fact.SignedOut());
    ana.pushAll(reconciler);
    TestDevice restored = ana.restored();
    restored.at(3, new Fact.SignedIn());
    restored.pushAll(reconciler);

    JournalEnd first = read(session -> session.end(ana.device(), 1));
    JournalEnd never = read(session -> session.end(ana.device(), 7));
    assertThat(first).isEqualTo(new JournalEnd(2, ana.journal().get(1).hash()));
    assertThat(never).isEqualTo(JournalEnd.NONE);
    assertThat(read(session -> session.head(ana.device())).epoch()).isEqualTo(2);
  }

  @Test
  void correctedTimeGoesOnWhereItEnded() {
    ana.anchored(5);
    ana.at(9, new Fact.SignedIn());
    ana.pushAll(reconciler);

    JournalHead head = read(session -> session.head(ana.device()));

    assertThat(head.time().lastT()).isEqualTo(9);
    assertThat(head.time().lastAnchor().serverTime()).isEqualTo(5);
  }

  @Test
  void aSecondJournalIsKeptApart() {
    ana.at(1, new Fact.SignedIn());
    ana.pushAll(reconciler);
    TestDevice twin = new TestDevice(site, ana.device(), "ana", 1);
    twin.at(2, new Fact.SignedOut());
    twin.pushAll(reconciler);

    Closure closure = new Closure();
    closure.fork(ana.device());
    String hash = twin.journal().get(0).hash();

    boolean there = read(session -> session.isOnFork(ana.device(), 1, 1, hash));
    boolean elsewhere = read(session -> session.isOnFork(ana.device(), 1, 2, hash));
    assertThat(there).isTrue();
    assertThat(elsewhere).isFalse();
    assertThat(read(session -> session.load(closure)).forks().get(ana.device()))
        .extracting(Subject.Fork::hash)
        .containsExactly(hash);
    assertThat(read(session -> session.load(closure)).discrepancies())
        .extracting(StoredDiscrepancy::code)
        .containsExactly(DiscrepancyCode.DEVICE_FORKED);
  }

  // References

  @Test
  void referencesTellWhatTheArrivingNeedToKnow() {
    UUID received = ana.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    UUID count = ana.at(2, counted("sheet 1", "JAR", 10));
    UUID scan = ana.at(3, scanned());
    ana.pushAll(reconciler);
    UUID unheard = new UUID(7, 7);
    decide(new Decision.OperationReversed(unheard, "typed twice"));
    decide(new Decision.BarcodeAssigned(CODE, "LID", Quantity.units(6)));
    stage.turnTo(2_000);
    assertThat(reconciler.settle(site)).isEqualTo(1);

    References found =
        read(
            session ->
                session.references(
                    new References.Query(
                        Set.of(unheard), Set.of(received, count, scan), Set.of(), Set.of())));

    assertThat(found.targets()).containsOnlyKeys(received, count, scan);
    assertThat(found.targets().get(received).at(0)).isEqualTo(at(ana, 1, 1));
    assertThat(found.voided()).containsExactly(unheard);
    assertThat(found.settled()).containsExactly(count);
    assertThat(found.meanings().get(CODE))
        .containsExactly(new Meaning(1_000, "LID", Quantity.units(6), true));
    assertThat(found.scans().get(CODE))
        .extracting(UnknownScan::resolved)
        .containsExactly(new UnknownScan.Resolved("LID", Quantity.units(6)));
  }

  @Test
  void onlyDiscrepanciesThatWereEverOpenAreKnown() {
    ana.at(1, new Fact.Issued("A-01", goods("JAR", 1), "used"));
    ana.pushAll(reconciler);
    ana.at(2, new Fact.Received("A-01", goods("JAR", 1), "", 0));
    ana.pushAll(reconciler);
    StoredDiscrepancy.Key once =
        new StoredDiscrepancy.Key(DiscrepancyCode.SHORTFALL, "bin:A-01 JAR");
    StoredDiscrepancy.Key never =
        new StoredDiscrepancy.Key(DiscrepancyCode.SHORTFALL, "bin:B-02 JAR");

    References found =
        read(
            session ->
                session.references(
                    new References.Query(Set.of(), Set.of(), Set.of(), Set.of(once, never))));

    assertThat(found.discrepancies()).containsExactly(once);
  }

  // Slices

  @Test
  void aCardThatNobodyTouchedIsEmpty() {
    assertThat(load(card("bin:A-01", "JAR"), 0)).isEqualTo(StoredCard.EMPTY);
  }

  @Test
  void aCardIsLoadedAsItWasFolded() {
    ana.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    ana.at(5, counted("sheet 1", "JAR", 9));
    ana.at(6, new Fact.PickedShort(LINE, "A-01", "JAR", null, Quantity.units(1), "empty"));
    ana.pushAll(reconciler);

    StoredCard card = load(card("bin:A-01", "JAR"), 0);

    assertThat(card.balances()).containsExactly(Map.entry("", Quantity.units(9)));
    assertThat(card.statements()).hasSize(2);
    BinCard.StoredStatement count = card.statements().get(0);
    assertThat(count.statement().at()).isEqualTo(at(ana, 5, 2));
    assertThat(((Statement.Count) count.statement()).ruling().tolerance().units())
        .isEqualTo(Quantity.units(2));
    assertThat(count.readings().get("").status()).isEqualTo(Status.ACCEPTED);
    assertThat(count.readings().get("").posted()).isEqualTo(Quantity.units(-1));
    assertThat(card.statements().get(1).statement()).isInstanceOf(Statement.Shortage.class);
    assertThat(card.resting()).isEmpty();
  }

  @Test
  void movementsAreLoadedWhereAStatementIsNew() {
    ana.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    ana.at(5, new Fact.Issued("A-01", goods("JAR", 4), "used"));
    ana.pushAll(reconciler);
    Closure closure = new Closure();
    closure.state(card("bin:A-01", "JAR"), new Position(3, "", 0, 0, 0), "sheet 1");

    List<BinCard.Movement> movements =
        read(session -> session.load(closure)).cards().get(card("bin:A-01", "JAR")).movements();

    assertThat(movements).contains(new BinCard.Movement(at(ana, 5, 2), "", Quantity.units(-4)));
  }

  @Test
  void aSettledCountThatNobodyMissesAnythingOfIsAtRestAndALateMoveWakesIt() {
    ana.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    UUID count = ana.at(5, counted("sheet 1", "JAR", 9));
    ana.pushAll(reconciler);
    stage.turnTo(2_000);
    reconciler.settle(site);
    assertThat(load(card("bin:A-01", "JAR"), 0).resting()).containsExactly(at(ana, 5, 2));

    UUID late = ben.at(3, new Fact.Issued("A-01", goods("JAR", 1), "used"));
    ben.pushAll(reconciler);
    StoredCard card = load(card("bin:A-01", "JAR"), 900);

    assertThat(card.late())
        .containsExactly(new Subject.LateEntry(late, at(ben, 3, 1), "", Quantity.units(-1)));
    assertThat(card.statements())
        .extracting(each -> ((Statement.Count) each.statement()).operation())
        .containsExactly(count.toString());
    assertThat(((Statement.Count) card.statements().get(0).statement()).ruling().isSettled())
        .isTrue();
  }

  @Test
  void ofATaskThatIsSpokenOfAllVoicesAreLoaded() {
    ana.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    ana.at(5, counted("sheet 1", "JAR", 9));
    ana.pushAll(reconciler);
    stage.turnTo(2_000);
    reconciler.settle(site);
    ben.at(8, counted("sheet 1", "JAR", 8));
    ben.pushAll(reconciler);

    assertThat(load(card("bin:A-01", "JAR"), 900).statements())
        .extracting(each -> ((Statement.Count) each.statement()).user())
        .containsExactly("ana", "ben");
  }

  @Test
  void statementsAboutAWholeBinAreLoadedFromWhatIsTouchedOnAndThoseBeforeOfTheirTasks() {
    ana.at(2, completed("sheet 0"));
    ana.at(5, completed("sheet 1"));
    ana.at(8, completed("sheet 1"));
    ana.pushAll(reconciler);
    Closure closure = new Closure();
    closure.touch(card("bin:A-01", "LID"), new Position(7, "", 0, 0, 0));

    Slice slice = read(session -> session.load(closure));

    assertThat(slice.accountStatements().get(Account.bin("A-01")))
        .extracting(AccountStatement::at)
        .containsExactly(at(ana, 8, 3));
    assertThat(slice.earlierVoices().get(Account.bin("A-01")))
        .extracting(AccountStatement::at)
        .contains(at(ana, 5, 2));
  }

  @Test
  void anAccountThatIsTouchedWholeBringsAllItsCards() {
    ana.at(1, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    ana.at(2, new Fact.Received("A-01", goods("LID", 10), "", 0));
    ana.at(3, new Fact.Received("B-02", goods("LID", 10), "", 0));
    ana.pushAll(reconciler);
    Closure closure = new Closure();
    closure.touchAll(Account.bin("A-01"), new Position(5, "", 0, 0, 0));

    assertThat(read(session -> session.load(closure)).cards())
        .containsOnlyKeys(card("bin:A-01", "JAR"), card("bin:A-01", "LID"));
  }

  @Test
  void aLotThatIsHeldBringsTheContainersThatHoldSome() {
    Goods tea = Goods.of("TEA", "L1", Quantity.units(2));
    ana.at(1, new Fact.Received("A-01", tea, "", 0));
    ana.at(2, new Fact.Picked(LINE, "A-01", "T-1", tea));
    ana.pushAll(reconciler);
    decide(new Decision.LotHeld("TEA", "L1", false, "complaint"));
    Closure closure = new Closure();
    closure.lot("TEA", "L1");

    Slice slice = read(session -> session.load(closure));

    assertThat(slice.cards()).containsOnlyKeys(card("tote:T-1", "TEA"));
    assertThat(slice.lots().get(new Closure.LotKey("TEA", "L1")).held()).isTrue();
  }

  @Test
  void anOrderBringsItsLinesAndALineItsSteps() {
    decide(order(5));
    UUID pick = ana.at(1, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 3)));
    ana.at(2, new Fact.PutBack(LINE, "T-1", "A-01", goods("JAR", 3)));
    ana.pushAll(reconciler);
    Closure closure = new Closure();
    closure.order("10");
    closure.line(new OrderLine("11", 4));

    Map<OrderLine, StoredLine> lines = read(session -> session.load(closure)).lines();

    assertThat(lines).containsOnlyKeys(LINE, new OrderLine("11", 4));
    assertThat(lines.get(LINE).item()).isEqualTo("JAR");
    assertThat(lines.get(LINE).ordered()).isEqualTo(Quantity.units(5));
    assertThat(lines.get(LINE).picked()).isEqualTo(Quantity.ZERO);
    assertThat(lines.get(LINE).entries()).hasSize(2);
    assertThat(lines.get(LINE).entries().get(0).operation()).isEqualTo(pick);
    assertThat(lines.get(new OrderLine("11", 4)).ordered()).isEqualTo(Quantity.ZERO);
  }

  // Settling

  @Test
  void countsThatHaveNotSettledAreCandidatesWithWhatBecameOfThem() {
    ana.at(1, new Fact.SignedIn());
    ana.at(2, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    ana.at(3, new Fact.Received("A-01", goods("LID", 1), "", 0));
    UUID line = ana.at(5, counted("sheet 1", "JAR", 5));
    UUID whole = ana.at(6, completed("sheet 1", new CountedKey("JAR", "")));
    ana.anchored(7);
    ana.pushAll(reconciler);

    SettlingSlice slice = read(Store.Session::settling);

    assertThat(slice.settings().countWait()).isEqualTo(100);
    assertThat(slice.devices()).containsExactly(new SettlingSlice.Listener(ana.device(), 7));
    assertThat(slice.counts())
        .extracting(SettlingSlice.Candidate::operation)
        .containsExactly(line, whole);
    assertThat(slice.counts().get(0).keys())
        .containsExactly(new SettlingSlice.Key("JAR", "", Status.OUT_OF_TOLERANCE));
    assertThat(slice.counts().get(0).time().t()).isEqualTo(5);
    assertThat(slice.counts().get(0).arrived()).isEqualTo(1_000);
    assertThat(slice.counts().get(1).keys())
        .contains(new SettlingSlice.Key("LID", "", Status.ACCEPTED));
    assertThat(slice.counts()).noneMatch(SettlingSlice.Candidate::ambiguous);
  }

  @Test
  void aCountThatPostedSomethingIsAmbiguousWhileAnUncertainMoveMayLieOnItsOtherSide() {
    ana.at(2, new Fact.Received("A-01", goods("JAR", 10), "", 0));
    ana.at(5, counted("sheet 1", "JAR", 9));
    ana.pushAll(reconciler);
    UUID used = ben.at(6, new Fact.Issued("A-01", goods("JAR", 1), "used"));
    ben.anchored(7, 2);
    ben.pushAll(reconciler);
    assertThat(read(Store.Session::settling).counts().get(0).ambiguous()).isTrue();

    ben.at(8, new Fact.Undone(used));
    ben.pushAll(reconciler);

    assertThat(read(Store.Session::settling).counts().get(0).ambiguous()).isFalse();
  }

  @Test
  void whoSignedOutIsNotWaitedFor() {
    ana.at(1, new Fact.SignedIn());
    ana.at(2, new Fact.SignedOut());
    ana.pushAll(reconciler);

    assertThat(read(Store.Session::settling).devices()).isEmpty();
  }

  // Work

  @Test
  void anOrderIsWorkThatOneDeviceGetsWithItsPath() {
    stage.build(site, new Bin("A-01", "PICK_FACE", 1, true));
    stage.build(site, new Bin("A-02", "STORAGE", 2, true));
    ana.at(1, new Fact.Received("A-01", goods("JAR", 3), "", 0));
    ana.at(2, new Fact.Received("A-02", goods("JAR", 3), "", 0));
    ana.pushAll(reconciler);
    decide(order(5));

    assertThat(decide(new Intent.WorkClaimed("pick 10", ana.device())).kind())
        .isEqualTo(Outcome.Kind.APPLIED);
    assertThat(decide(new Intent.WorkClaimed("pick 10", ben.device())).code())
        .isEqualTo("WORK_TAKEN");

    WorkState work = read(session -> session.work("pick 10"));
    assertThat(work.device()).isEqualTo(ana.device());
    assertThat(work.fence()).isEqualTo(1);
    assertThat(work.expires()).isEqualTo(2_000);
    assertThat(read(session -> session.claim("pick 10", ben.device(), "ben")).needs())
        .extracting(need -> need.item() + " " + need.quantity())
        .containsExactly("JAR 5");
    assertThat(read(session -> session.claim("pick 10", ben.device(), "ben")).stock())
        .extracting(lot -> lot.bin().location() + " " + lot.balance() + " " + lot.reserved())
        .containsExactlyInAnyOrder("A-01 3 0", "A-02 3 0");
  }

  @Test
  void whatIsAllocatedToAnotherOrderIsReserved() {
    stage.build(site, new Bin("A-01", "PICK_FACE", 1, true));
    ana.at(1, new Fact.Received("A-01", goods("JAR", 8), "", 0));
    ana.pushAll(reconciler);
    decide(order(5));
    decide(
        new Decision.OrderPlaced(
            "11", "Bob", 0, List.of(new Decision.OrderPlaced.Line(1, "JAR", Quantity.units(5)))));
    decide(new Intent.WorkClaimed("pick 10", ana.device()));

    assertThat(read(session -> session.claim("pick 11", ben.device(), "ben")).stock())
        .extracting(lot -> lot.bin().location() + " " + lot.balance() + " " + lot.reserved())
        .containsExactly("A-01 8 5");
  }

  @Test
  void workThatIsGivenBackIsOpenOrDone() {
    decide(order(1));
    decide(new Intent.WorkClaimed("pick 10", ana.device()));
    decide(new Intent.WorkReleased("pick 10", ana.device(), 1));
    assertThat(read(session -> session.work("pick 10")).state()).isEqualTo(WorkState.State.OPEN);

    decide(new Intent.WorkClaimed("pick 10", ana.device()));
    ana.at(1, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 1)));
    ana.pushAll(reconciler);
    decide(new Intent.WorkReleased("pick 10", ana.device(), 2));

    assertThat(read(session -> session.work("pick 10")).state()).isEqualTo(WorkState.State.DONE);
    WorkState nothing = read(session -> session.work("nothing"));
    assertThat(nothing).isNull();
  }

  private static Fact.ScannedUnknown scanned() {
    return new Fact.ScannedUnknown(
        CODE, Account.bin("A-01"), Account.tote("T-1"), Quantity.units(1));
  }
}
