package io.bincard.handheld;

import io.bincard.handheld.journal.Batch;
import io.bincard.handheld.journal.DiskReserve;
import io.bincard.handheld.journal.Identity;
import io.bincard.handheld.journal.Journal;
import io.bincard.handheld.journal.JournalStore;
import io.bincard.handheld.journal.SqliteJournalStore;
import io.bincard.handheld.replica.ReplicaStore;
import io.bincard.handheld.replica.SqliteReplicaStore;
import io.bincard.handheld.replica.View;
import io.bincard.handheld.sync.SyncDriver;
import io.bincard.handheld.sync.SyncPolicy;
import io.bincard.handheld.sync.Transport;
import io.bincard.handheld.sync.WorkDesk;
import io.bincard.model.sync.Enrolment;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One device: its journal, what it knows, and its way to the server. An object, not the process: a
 * simulation runs thousands of them.
 */
public final class Handheld implements AutoCloseable {
  /** What needs a server, once there is one. */
  private record Connection(SyncDriver sync, WorkDesk workDesk) {}

  private final Platform platform;
  private final SyncPolicy policy;
  private final String appVersion;
  private final Journal journal;
  private final ReplicaStore replica;
  private final View view;
  private final DiskReserve reserve;
  private volatile @Nullable Connection connection;

  private Handheld(
      Platform platform,
      SyncPolicy policy,
      String appVersion,
      Journal journal,
      ReplicaStore replica) {
    this.platform = platform;
    this.policy = policy;
    this.appVersion = appVersion;
    this.journal = journal;
    this.replica = replica;
    this.view = new View(replica, journal);
    this.reserve = DiskReserve.usual(platform.storage());
  }

  /**
   * Opens the handheld whose files are in the platform's folder; a new one if there are none.
   *
   * @throws io.bincard.handheld.journal.JournalException if its journal cannot be used; the message
   *     says why
   */
  public static Handheld open(Platform platform, SyncPolicy policy, String appVersion) {
    Path folder = platform.storage().folder();
    JournalStore journal = new SqliteJournalStore(folder.resolve("journal.db"));
    ReplicaStore replica = null;
    try {
      replica = new SqliteReplicaStore(folder.resolve("replica.db"));
      return open(platform, journal, replica, policy, appVersion);
    } catch (RuntimeException unusable) {
      if (replica != null) {
        replica.close();
      }
      journal.close();
      throw unusable;
    }
  }

  /**
   * Opens a handheld that keeps its journal and replica elsewhere. An enrolled one starts to sync.
   */
  public static Handheld open(
      Platform platform,
      JournalStore journalStore,
      ReplicaStore replica,
      SyncPolicy policy,
      String appVersion) {
    Journal journal =
        Journal.open(
            journalStore,
            platform.clock(),
            platform.randomness(),
            replica::shownCursor,
            appVersion);
    Handheld handheld = new Handheld(platform, policy, appVersion, journal, replica);
    journal.identity().ifPresent(handheld::connect);
    return handheld;
  }

  /**
   * Makes this handheld a device of a site, and starts to sync.
   *
   * @param server its address, for example {@code https://bincard.example.org}
   * @param code the one-time code from the QR code on the devices page
   * @param name what people call the device
   * @return who it is then; fails with {@link io.bincard.handheld.sync.TransportException}
   * @throws IllegalArgumentException if the address is none
   */
  public CompletableFuture<Identity> enrol(String server, String code, String name) {
    Transport transport = platform.transports().apply(address(server));
    return transport
        .enrol(new Enrolment.Request(code, name, appVersion))
        .thenApply(
            answer -> {
              Identity identity =
                  new Identity(
                      answer.device(),
                      name,
                      answer.secret(),
                      answer.site(),
                      server,
                      answer.epoch(),
                      answer.incarnation());
              journal.enrol(identity);
              connect(identity);
              return identity;
            });
  }

  private static URI address(String server) {
    try {
      URI uri = URI.create(server.strip());
      String scheme = String.valueOf(uri.getScheme());
      if (uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(notAnAddress(server), malformed);
    }
    throw new IllegalArgumentException(notAnAddress(server));
  }

  private static String notAnAddress(String server) {
    return "'" + server + "' is no address of a server: one begins with https://";
  }

  private void connect(Identity identity) {
    Transport transport = platform.transports().apply(address(identity.server()));
    SyncDriver sync =
        new SyncDriver(
            policy,
            journal,
            replica,
            transport,
            platform.clock(),
            platform.randomness(),
            platform.scheduler());
    connection =
        new Connection(
            sync,
            new WorkDesk(transport, journal, platform.clock(), platform.randomness(), reserve));
    sync.start();
  }

  public Journal journal() {
    return journal;
  }

  public View view() {
    return view;
  }

  /** How much space there is for what is still to be recorded. */
  public DiskReserve.Space space() {
    return reserve.space();
  }

  /** What sends and fetches; empty before the device is enrolled. */
  public Optional<SyncDriver> sync() {
    return Optional.ofNullable(connection).map(Connection::sync);
  }

  /** Where work is claimed; empty before the device is enrolled. */
  public Optional<WorkDesk> workDesk() {
    return Optional.ofNullable(connection).map(Connection::workDesk);
  }

  /**
   * Writes all that the server has not answered for to a file, to be imported there: one push after
   * the other, each as it would be sent.
   *
   * @return how many operations that is
   * @throws IOException if the file exists already or cannot be written
   */
  public long export(Path file) throws IOException {
    List<Batch> batches = journal.unsentBatches(policy.pushLines());
    try (Writer out =
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
      for (Batch batch : batches) {
        out.write(batch.text());
      }
    }
    return batches.stream().mapToLong(batch -> batch.lines().size()).sum();
  }

  /** Switches the device off. Its files can be opened again. */
  @Override
  public void close() {
    sync().ifPresent(SyncDriver::close);
    journal.close();
    replica.close();
  }
}
