package io.bincard.handheld.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.handheld.Handheld;
import io.bincard.handheld.Platform;
import io.bincard.handheld.PlayedServer;
import io.bincard.handheld.PlayedServer.Mishap;
import io.bincard.handheld.device.FolderStorage;
import io.bincard.handheld.device.PlayedClock;
import io.bincard.handheld.device.PlayedScheduler;
import io.bincard.handheld.device.SecureRandomness;
import io.bincard.handheld.journal.Acknowledgement;
import io.bincard.handheld.journal.ForwardingStore;
import io.bincard.handheld.journal.Identity;
import io.bincard.handheld.journal.JournalException;
import io.bincard.handheld.journal.Journals;
import io.bincard.handheld.journal.MemoryJournalStore;
import io.bincard.handheld.replica.MemoryReplicaStore;
import io.bincard.model.sync.JournalLine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A device whose own disk fails it for a while goes on as soon as it can, without a restart. */
class SyncDriverTest {
  private static final SyncPolicy POLICY =
      new SyncPolicy(4, 100_000, 50, 0, 5_000, 60_000, 1_000, 8_000);

  private final PlayedScheduler scheduler = new PlayedScheduler();
  private final PlayedServer server = new PlayedServer();
  private final FailingDisk disk = new FailingDisk();
  private final Handheld handheld = open(disk);

  private static final class FailingDisk extends ForwardingStore {
    private boolean isFull;
    private boolean fillsUpAtFork;
    private boolean isUnreadable;

    FailingDisk() {
      super(new MemoryJournalStore());
    }

    private void write() {
      if (isFull) {
        throw new JournalException("This device has no space left.");
      }
    }

    @Override
    public void append(JournalLine line) {
      write();
      super.append(line);
    }

    @Override
    public void openEpoch(int epoch, @Nullable JournalLine first) {
      isFull |= fillsUpAtFork;
      write();
      super.openEpoch(epoch, first);
    }

    @Override
    public void acknowledge(Acknowledgement acknowledgement) {
      write();
      super.acknowledge(acknowledgement);
    }

    @Override
    public Optional<Identity> identity() {
      if (isUnreadable) {
        throw new JournalException("The journal cannot be read.");
      }
      return super.identity();
    }
  }

  private Handheld open(ForwardingStore store) {
    Platform platform =
        new Platform(
            // Only asked how much space there is.
            new FolderStorage(Path.of(System.getProperty("java.io.tmpdir"))),
            new PlayedClock(),
            new SecureRandomness(),
            scheduler,
            address -> server);
    return Handheld.open(platform, store, new MemoryReplicaStore(), POLICY, "1.0");
  }

  @AfterEach
  void switchOff() {
    handheld.close();
  }

  private static void enrol(Handheld handheld) {
    handheld.enrol("https://server", "code", "Blue one").join();
  }

  private SyncDriver sync() {
    return handheld.sync().orElseThrow();
  }

  private void take() {
    handheld.journal().append("ada", Journals.SCAN, Journals.taken(1));
  }

  /** What the journal holds has to be read again, and cannot be. */
  private void loseDisk() {
    disk.isFull = true;
    assertThatThrownBy(this::take).isInstanceOf(JournalException.class);
    disk.isUnreadable = true;
  }

  private void repairDisk() {
    disk.isFull = false;
    disk.fillsUpAtFork = false;
    disk.isUnreadable = false;
  }

  private void expectAllSent() {
    assertThat(sync().status().problem()).isNull();
    assertThat(sync().status().unsent()).isZero();
  }

  @Test
  void aDiskThatIsFullWhileTheServerHasAnotherStoryIsTriedAgain() {
    try (Handheld otherLife = open(new ForwardingStore(new MemoryJournalStore()))) {
      enrol(otherLife);
      otherLife.journal().append("ada", Journals.SCAN, Journals.taken(7));
      scheduler.settle();
    }
    disk.fillsUpAtFork = true;
    enrol(handheld);
    scheduler.pass(20_000);
    assertThat(sync().status().problem().kind()).isEqualTo(Failure.Kind.DEVICE);
    assertThat(handheld.journal().identity().orElseThrow().epoch()).isEqualTo(1);

    repairDisk();
    scheduler.pass(20_000);

    assertThat(handheld.journal().identity().orElseThrow().epoch()).isEqualTo(2);
    expectAllSent();
  }

  @Test
  void aTimerThatCannotReadTheJournalRingsAgain() {
    enrol(handheld);
    scheduler.settle();
    server.next(Mishap.REQUEST_LOST, Mishap.REQUEST_LOST, Mishap.REQUEST_LOST);
    take();
    scheduler.settle();
    loseDisk();
    scheduler.pass(20_000);

    repairDisk();
    scheduler.pass(20_000);

    expectAllSent();
  }

  @Test
  void whoWaitsIsToldThatTheJournalCannotBeRead() {
    enrol(handheld);
    scheduler.settle();
    loseDisk();

    CompletableFuture<SyncResult> result = sync().syncNow();
    scheduler.settle();

    assertThat(result).isCompleted();
    assertThat(result.join().problem().kind()).isEqualTo(Failure.Kind.DEVICE);
  }
}
