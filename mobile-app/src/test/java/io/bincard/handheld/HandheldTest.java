package io.bincard.handheld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.handheld.PlayedServer.Mishap;
import io.bincard.handheld.device.FolderStorage;
import io.bincard.handheld.device.PlayedClock;
import io.bincard.handheld.device.PlayedScheduler;
import io.bincard.handheld.device.SecureRandomness;
import io.bincard.handheld.device.Storage;
import io.bincard.handheld.journal.DiskReserve;
import io.bincard.handheld.journal.Extent;
import io.bincard.handheld.journal.JournalException;
import io.bincard.handheld.journal.Journals;
import io.bincard.handheld.sync.Failure;
import io.bincard.handheld.sync.SyncDriver;
import io.bincard.handheld.sync.SyncPolicy;
import io.bincard.handheld.sync.SyncResult;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PushHeader;
import io.bincard.model.sync.Row;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandheldTest {
  private static final SyncPolicy POLICY =
      new SyncPolicy(4, 100_000, 50, 0, 5_000, 60_000, 1_000, 8_000);
  private static final Account BIN = Account.bin("A-01");

  @TempDir Path folder;

  private final PlayedClock clock = new PlayedClock();
  private final PlayedScheduler scheduler = new PlayedScheduler();
  private PlayedServer server = new PlayedServer();
  private long freeBytes = Long.MAX_VALUE;
  private Handheld handheld;

  @BeforeEach
  void switchOn() {
    handheld = open("device");
  }

  @AfterEach
  void switchOff() {
    handheld.close();
  }

  private Handheld open(String name) {
    Storage disk = new FolderStorage(folder.resolve(name));
    Storage storage =
        new Storage() {
          @Override
          public Path folder() {
            return disk.folder();
          }

          @Override
          public long freeBytes() {
            return freeBytes;
          }
        };
    Platform platform =
        new Platform(storage, clock, new SecureRandomness(), scheduler, address -> server);
    return Handheld.open(platform, POLICY, "1.0");
  }

  private void enrol() {
    handheld.enrol("https://server", "code", "Blue one").join();
    scheduler.settle();
  }

  private void restart() {
    handheld.close();
    clock.restart("run-" + System.nanoTime());
    handheld = open("device");
    scheduler.settle();
  }

  private Operation take(int units) {
    return handheld.journal().append("ada", Journals.SCAN, Journals.taken(units)).operation();
  }

  private void takeMany(int count) {
    IntStream.range(0, count).forEach(unused -> take(1));
  }

  private SyncDriver sync() {
    return handheld.sync().orElseThrow();
  }

  private SyncResult syncNow() {
    CompletableFuture<SyncResult> result = sync().syncNow();
    scheduler.settle();
    assertThat(result).isCompleted();
    return result.join();
  }

  private long onHand() {
    return handheld.view().balance(BIN, "nut", "").millionths() / Quantity.UNIT;
  }

  private List<String> typesOf(List<Operation> operations) {
    return operations.stream().map(o -> o.body().getClass().getSimpleName()).toList();
  }

  private void copyFiles(String from, String to) throws IOException {
    Files.createDirectories(folder.resolve(to));
    try (Stream<Path> files = Files.list(folder.resolve(from))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(to).resolve(file.getFileName()));
      }
    }
  }

  @Test
  void anEnrolledHandheldComparesClocksAtOnceAndIsKnown() {
    enrol();
    assertThat(handheld.journal().identity().orElseThrow().name()).isEqualTo("Blue one");
    assertThat(server.appliedThrough(1)).isEqualTo(1);
    assertThat(typesOf(allOperations())).containsExactly("TimeAnchored");
  }

  private List<Operation> allOperations() {
    return handheld.journal().after(List.of());
  }

  @Test
  void aRefusedCodeEnrolsNobody() {
    assertThatThrownBy(() -> handheld.enrol("https://server", "old code", "Blue one").join())
        .hasMessageContaining("used up");
    assertThat(handheld.journal().identity()).isEmpty();
    assertThat(handheld.sync()).isEmpty();
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    for (String address : List.of("server", "ftp://server", "https://", "not an address", "")) {
      assertThatThrownBy(() -> handheld.enrol(address, "code", "Blue one"))
          .as(address)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("begins with https://");
    }
  }

  @Test
  void whatIsDoneIsSentAndComesBackPosted() {
    enrol();
    take(3);
    assertThat(onHand()).isEqualTo(-3);
    assertThat(syncNow().isComplete()).isTrue();
    assertThat(handheld.view().pending()).isEmpty();
    assertThat(onHand()).isEqualTo(-3);
    assertThat(sync().status().unsent()).isZero();
    assertThat(sync().status().problem()).isNull();
  }

  @Test
  void aLotIsSentInBatchesInOrder() {
    enrol();
    takeMany(10);
    syncNow();
    assertThat(server.log.stream().filter(entry -> entry.startsWith("push")).skip(1).toList())
        .as("ten and an anchor, four at a time; the first was on its way alone")
        .startsWith("push 4", "push 4");
    assertThat(server.appliedThrough(1)).isGreaterThanOrEqualTo(12);
    assertThat(handheld.journal().outbox().unsent()).isZero();
    assertThat(onHand()).isEqualTo(-10);
  }

  @Test
  void withoutASignalNothingIsLostAndItGoesByItselfLater() {
    enrol();
    server.next(Mishap.REQUEST_LOST, Mishap.REQUEST_LOST, Mishap.ANSWER_LOST);
    take(3);
    scheduler.settle();
    assertThat(sync().status().problem().kind()).isEqualTo(Failure.Kind.UNREACHABLE);
    assertThat(sync().status().unsent()).isPositive();
    assertThat(onHand()).isEqualTo(-3);
    scheduler.pass(60_000);
    assertThat(sync().status().problem()).isNull();
    assertThat(sync().status().unsent()).isZero();
    assertThat(handheld.view().pending()).isEmpty();
    assertThat(onHand()).isEqualTo(-3);
  }

  @Test
  void aLostAnswerDoublesNothing() {
    enrol();
    take(3);
    scheduler.settle();
    server.next(Mishap.ANSWER_LOST);
    take(4);
    scheduler.settle();
    assertThat(sync().status().unsent()).isPositive();
    assertThat(syncNow().isComplete()).isTrue();
    assertThat(onHand()).isEqualTo(-7);
  }

  @Test
  void anExpiredTokenIsReplaced() {
    enrol();
    server.goodToken = "token-2";
    take(3);
    assertThat(syncNow().isComplete()).isTrue();
    assertThat(server.log).contains("token");
  }

  @Test
  void aRevokedDeviceKeepsItsFacts() {
    enrol();
    server.goodToken = "token-2";
    server.grantsTokens = false;
    take(3);
    SyncResult result = syncNow();
    assertThat(result.problem().detail()).isEqualTo("The device was revoked.");
    assertThat(typesOf(handheld.journal().unsent())).contains("Taken");
    server.grantsTokens = true;
    assertThat(syncNow().isComplete()).isTrue();
  }

  @Test
  void tooLargeABatchIsHalved() {
    enrol();
    server.longestPush = 1;
    takeMany(5);
    assertThat(syncNow().isComplete()).isTrue();
    assertThat(onHand()).isEqualTo(-5);
  }

  @Test
  void afterARestartAllIsThereAndGoesOn() {
    enrol();
    server.next(Mishap.REQUEST_LOST, Mishap.REQUEST_LOST, Mishap.REQUEST_LOST, Mishap.REQUEST_LOST);
    Operation last = take(3);
    scheduler.settle();
    handheld.close();
    handheld = open("device");
    assertThat(handheld.journal().lastScanned()).contains(last);
    assertThat(onHand()).isEqualTo(-3);
    scheduler.pass(60_000);
    assertThat(handheld.view().pending()).isEmpty();
    assertThat(onHand()).isEqualTo(-3);
  }

  @Test
  void aNewRunIsAnchoredAtFirstContact() {
    enrol();
    long before = server.appliedThrough(1);
    restart();
    assertThat(server.appliedThrough(1)).isEqualTo(before + 1);
  }

  @Test
  void anIdleDeviceStaysKnownWhileSomebodyIsSignedIn() {
    enrol();
    handheld.journal().append("ada", null, new Fact.SignedIn());
    scheduler.settle();
    long before = server.appliedThrough(1);
    scheduler.pass(60_000);
    assertThat(server.appliedThrough(1)).isGreaterThan(before);
    handheld.journal().append("ada", null, new Fact.SignedOut());
    scheduler.pass(60_000);
    long after = server.appliedThrough(1);
    scheduler.pass(600_000);
    assertThat(server.appliedThrough(1)).isEqualTo(after);
  }

  @Test
  void aRestoredServerIsGivenWhatItLost() {
    enrol();
    take(3);
    syncNow();
    PlayedServer backup = server.backup();
    take(4);
    syncNow();
    restoreTo(backup);
    assertThat(syncNow().isComplete()).isTrue();
    scheduler.pass(30_000);
    assertThat(handheld.journal().outbox().unsent()).isZero();
    assertThat(handheld.journal().identity().orElseThrow().epoch()).isEqualTo(1);
    assertThat(handheld.journal().notApplied()).isEmpty();
    assertThat(handheld.view().pending()).isEmpty();
    assertThat(onHand()).isEqualTo(-7);
  }

  private void restoreTo(PlayedServer backup) {
    PlayedServer restored = server.restoredTo(backup, "second");
    handheld.close();
    server = restored;
    handheld = open("device");
  }

  @Test
  void aDeviceFromAnOldCopyGoesOnInANewEpochAndSaysWhatItLost() throws IOException {
    enrol();
    take(3);
    syncNow();
    handheld.close();
    copyFiles("device", "old copy");
    handheld = open("device");
    take(4);
    syncNow();
    long lost = server.appliedThrough(1);
    handheld.close();

    handheld = open("old copy");
    scheduler.settle();
    syncNow();
    scheduler.pass(30_000);
    assertThat(handheld.journal().identity().orElseThrow().epoch()).isEqualTo(2);
    take(5);
    assertThat(syncNow().isComplete()).isTrue();
    assertThat(server.appliedThrough(2)).isGreaterThanOrEqualTo(2);
    assertThat(server.appliedThrough(1)).isEqualTo(lost);
    assertThat(onHand()).as("the server knows all three").isEqualTo(-12);
    List<Operation> secondEpoch =
        allOperations().stream().filter(operation -> operation.epoch() == 2).toList();
    assertThat(secondEpoch.get(0).body()).isInstanceOf(Fact.LossDeclared.class);
    assertThat(((Fact.LossDeclared) secondEpoch.get(0).body()).throughSeq()).isEqualTo(lost);
  }

  @Test
  void aCloneGoesOnInANewEpochAndItsForkedLinesStayVisible() throws IOException {
    enrol();
    take(3);
    syncNow();
    handheld.close();
    copyFiles("device", "clone");
    handheld = open("device");
    take(4);
    syncNow();
    handheld.close();

    handheld = open("clone");
    take(1);
    take(1);
    syncNow();
    scheduler.pass(30_000);
    assertThat(handheld.journal().identity().orElseThrow().epoch()).isEqualTo(2);
    assertThat(handheld.journal().notApplied())
        .isNotEmpty()
        .allMatch(outcome -> outcome.kind() == Outcome.Kind.QUARANTINED)
        .allMatch(outcome -> "FORKED".equals(outcome.code()));
    take(5);
    assertThat(syncNow().isComplete()).isTrue();
    assertThat(handheld.journal().outbox().unsent()).isZero();
    assertThat(handheld.journal().extents())
        .allMatch(extent -> extent.unsent() == 0)
        .extracting(Extent::epoch)
        .containsExactly(1, 2);
  }

  @Test
  void otherPeoplesChangesArrive() {
    enrol();
    server.publish(new Row.Item("nut", "Nut M8", "pc", "NONE", true));
    server.change(BIN, "nut", 20);
    scheduler.pass(10_000);
    assertThat(handheld.view().item("nut").orElseThrow().name()).isEqualTo("Nut M8");
    assertThat(onHand()).isEqualTo(20);
  }

  @Test
  void workIsClaimedAndGivenBack() {
    enrol();
    server.goodToken = "token-2";
    assertThat(handheld.workDesk().orElseThrow().claim("w1", "ada").join().fence()).isEqualTo(1);
    server.goodToken = "token-3";
    assertThat(handheld.workDesk().orElseThrow().release("w1", "ada", 1).join().kind())
        .isEqualTo(Outcome.Kind.APPLIED);
    assertThat(server.log).contains("claim w1", "release w1 1");
  }

  @Test
  void withoutASignalThereIsNoNewWork() {
    enrol();
    server.next(Mishap.REQUEST_LOST);
    assertThatThrownBy(() -> handheld.workDesk().orElseThrow().claim("w1", "ada").join())
        .hasMessageContaining("cut");
  }

  @Test
  void aFullDiskRefusesNewWorkButNoFact() {
    enrol();
    freeBytes = 100 * 1024 * 1024;
    assertThat(handheld.space()).isEqualTo(DiskReserve.Space.LOW);
    freeBytes = 1024;
    assertThat(handheld.space()).isEqualTo(DiskReserve.Space.NONE_FOR_NEW_WORK);
    assertThatThrownBy(() -> handheld.workDesk().orElseThrow().claim("w1", "ada"))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("no new work");
    assertThat(take(3).seq()).isPositive();
    handheld.workDesk().orElseThrow().release("w1", "ada", 1).join();
  }

  @Test
  void whatCannotBeSentIsExportedAsItWouldBeSent() throws Exception {
    enrol();
    server.goodToken = "token-2";
    server.grantsTokens = false;
    takeMany(6);
    scheduler.settle();
    Path file = folder.resolve("export.ndjson");
    assertThat(handheld.export(file)).isEqualTo(handheld.journal().outbox().unsent());
    assertThatThrownBy(() -> handheld.export(file)).isInstanceOf(FileAlreadyExistsException.class);

    List<String> push = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("{\"id\"") && !push.isEmpty()) {
        importPush(push);
        push.clear();
      }
      push.add(line);
    }
    importPush(push);
    server.grantsTokens = true;
    assertThat(syncNow().isComplete()).isTrue();
    assertThat(handheld.journal().notApplied()).isEmpty();
    assertThat(onHand()).isEqualTo(-6);
  }

  private void importPush(List<String> lines) throws UnreadableException {
    PushHeader header = WireJson.read(PushHeader.class, lines.get(0));
    assertThat(server.take(header, lines.subList(1, lines.size())).sendFrom()).isNull();
  }

  @Test
  void oneThatCannotBeOpenedLeavesNoFileOpen() {
    enrol();
    handheld.close();
    Platform withoutNetwork =
        new Platform(
            new FolderStorage(folder.resolve("device")),
            clock,
            new SecureRandomness(),
            scheduler,
            address -> {
              throw new IllegalStateException("no network");
            });
    assertThatThrownBy(() -> Handheld.open(withoutNetwork, POLICY, "1.0")).hasMessage("no network");
    // SQLite deletes its log when the last connection to a file is closed.
    assertThat(folder.resolve("device")).isDirectoryNotContaining("glob:**-wal");
    handheld = open("device");
  }

  @Test
  void whoWaitsWhileTheHandheldIsSwitchedOffIsTold() {
    enrol();
    CompletableFuture<SyncResult> result = sync().syncNow();
    sync().close();
    scheduler.settle();
    assertThat(result.join().isComplete()).isFalse();
  }
}
