package io.bincard.handheld.journal;

import io.bincard.handheld.device.DeviceClock;
import io.bincard.handheld.device.Randomness;
import io.bincard.model.operation.Body;
import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.RawScan;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PushHeader;
import io.bincard.model.sync.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What this device did, in order.
 *
 * <p>Several threads may use it. An operation that was appended has survived; one whose append
 * threw was not recorded at all.
 */
public final class Journal implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Journal.class.getName());
  private static final int LONGEST_NAME = 200;

  private final JournalStore store;
  private final DeviceClock clock;
  private final Randomness randomness;
  private final Supplier<String> baseCursor;
  private final String appVersion;
  private final List<Consumer<JournalLine>> listeners = new CopyOnWriteArrayList<>();

  private final NavigableMap<Integer, Extent> extents = new TreeMap<>();
  private final Attendance attendance = new Attendance();
  private final Tail tail;
  private Optional<Identity> identity = Optional.empty();
  private Optional<StoredLine> lastAnchor = Optional.empty();
  private String anchoredRun = "";
  private String headHash = "";
  private long revision;
  private boolean stale = true;

  private Journal(
      JournalStore store,
      DeviceClock clock,
      Randomness randomness,
      Supplier<String> baseCursor,
      String appVersion) {
    this.store = store;
    this.tail = new Tail(store);
    this.clock = clock;
    this.randomness = randomness;
    this.baseCursor = baseCursor;
    this.appVersion = appVersion;
  }

  /**
   * Opens a journal and checks its chain from the last acknowledged line on.
   *
   * @param baseCursor says what the device knows at a moment: the cursor of its last pull
   * @throws JournalException if the chain is broken; the message says where
   */
  public static Journal open(
      JournalStore store,
      DeviceClock clock,
      Randomness randomness,
      Supplier<String> baseCursor,
      String appVersion) {
    ChainCheck.verify(store);
    Journal journal = new Journal(store, clock, randomness, baseCursor, appVersion);
    journal.refresh();
    return journal;
  }

  /** Who this device is; empty before it is enrolled. */
  public synchronized Optional<Identity> identity() {
    refresh();
    return identity;
  }

  /**
   * The server has let this device in.
   *
   * @throws JournalException if it is enrolled already: two devices cannot share one journal
   */
  public synchronized void enrol(Identity given) {
    if (identity().isPresent()) {
      throw new JournalException(
          "This handheld is enrolled already, as " + enrolled().name() + ".");
    }
    stale = true;
    store.identify(given);
    refresh();
  }

  /**
   * Records an operation, and returns when it is durable.
   *
   * @param user who did it, 1 to 200 characters
   * @param scan the barcode that led to it, if one did
   * @throws JournalException if it could not be recorded; then nothing was, and the message says
   *     why
   */
  public JournalLine append(String user, @Nullable RawScan scan, Body body) {
    if (user.isBlank() || user.length() > LONGEST_NAME) {
      // The server would take no journal with such a line in it, ever.
      throw new IllegalArgumentException("a user has 1 to " + LONGEST_NAME + " characters");
    }
    JournalLine line;
    synchronized (this) {
      refresh();
      Identity self = enrolled();
      line = next(self.epoch(), lastSeq(self.epoch()) + 1, headHash, user, scan, body);
      // If this fails nobody can tell what the store holds: it is asked before the next append.
      stale = true;
      store.append(line);
      stale = false;
      remember(line);
    }
    tell(line);
    return line;
  }

  /**
   * Records a comparison with the server's clock, unless the clock's run has ended since. Its
   * author is the device.
   *
   * @param run in which it was made
   */
  public void anchor(String run, Fact.TimeAnchored anchor) {
    if (clock.now().run().equals(run)) {
      append(enrolled().device(), null, anchor);
    }
  }

  /**
   * Goes on in an epoch later than this one, because the server has another story of it. Once: if
   * the journal has gone on already, nothing is done.
   *
   * @param loss what this journal lacks of the old epoch; the first line of the new one says so
   */
  public void openEpochAfter(int epoch, Fact.@Nullable LossDeclared loss) {
    JournalLine first;
    synchronized (this) {
      refresh();
      if (enrolled().epoch() > epoch) {
        return;
      }
      first = loss == null ? null : next(epoch + 1, 1, "", enrolled().device(), null, loss);
      stale = true;
      store.openEpoch(epoch + 1, first);
      refresh();
    }
    if (first != null) {
      tell(first);
    }
  }

  private void tell(JournalLine line) {
    for (Consumer<JournalLine> listener : listeners) {
      try {
        listener.accept(line);
      } catch (RuntimeException failed) {
        // The line is durable, so whoever recorded it must not be told that it is not.
        LOG.log(System.Logger.Level.ERROR, "Somebody could not hear of a line.", failed);
      }
    }
  }

  /**
   * Calls somebody after each line that was recorded, on the thread that recorded it. What a
   * listener throws is logged.
   */
  public void onAppend(Consumer<JournalLine> listener) {
    listeners.add(listener);
  }

  /** The last operation that a scan led to, shown after a restart so that nobody scans twice. */
  public Optional<Operation> lastScanned() {
    return store.lastScanned().map(line -> line.read().operation());
  }

  /** The last operations of some types, newest first. */
  public List<Operation> latest(Set<Class<? extends Body>> types, int limit) {
    Set<String> names = types.stream().map(Class::getSimpleName).collect(Collectors.toSet());
    return store.lastOfTypes(names, limit).stream().map(line -> line.read().operation()).toList();
  }

  /** An operation of this device. */
  public Optional<Operation> operation(UUID id) {
    return store.line(id).map(line -> line.read().operation());
  }

  /** What became of an operation; empty until the server has answered. */
  public Optional<Outcome> outcome(UUID id) {
    return store.outcome(id);
  }

  /** What was refused or quarantined: kept for people to see. */
  public List<Outcome> notApplied() {
    return store.notApplied();
  }

  /** The epochs of this journal and how far the server has answered for each. */
  public synchronized List<Extent> extents() {
    refresh();
    return List.copyOf(extents.values());
  }

  /** Rises with every line and every answer: while it is the same, so is everything else here. */
  public synchronized long revision() {
    return revision;
  }

  /** What there is to be sent. */
  public synchronized Outbox outbox() {
    refresh();
    long unsent = extents.values().stream().mapToLong(Extent::unsent).sum();
    return new Outbox(
        unsent,
        firstUnsent().flatMap(from -> lastAnchor.filter(a -> !isBefore(a, from))).isPresent(),
        anchoredRun.equals(clock.now().run()),
        attendance.isSomebodyThere());
  }

  /** The operations that the server has not answered for, in order. */
  public synchronized List<Operation> unsent() {
    refresh();
    List<Operation> unsent = new ArrayList<>();
    for (Extent extent : extents.values()) {
      store.lines(extent.epoch(), extent.acknowledged() + 1, Integer.MAX_VALUE).stream()
          .map(line -> line.read().operation())
          .forEach(unsent::add);
    }
    return unsent;
  }

  /**
   * The operations that a state of the server does not contain, in order.
   *
   * <p>A head that is on this journal's chain says how much is contained. One that is not comes
   * from another life of this device; then what the server has answered for is the best that is
   * known.
   *
   * @param heads of this device, as that state has them
   */
  public synchronized List<Operation> after(Collection<Row.Head> heads) {
    refresh();
    List<Operation> after = new ArrayList<>();
    for (Extent extent : extents.values()) {
      after.addAll(tail.from(extent, containedIn(heads, extent) + 1));
    }
    return after;
  }

  private long containedIn(Collection<Row.Head> heads, Extent extent) {
    long own = 0;
    boolean foreign = false;
    for (Row.Head head : heads) {
      if (head.epoch() >= extent.epoch()) {
        if (!isOnChain(head)) {
          foreign = true;
        } else if (head.epoch() > extent.epoch()) {
          return extent.last();
        } else {
          own = head.seq();
        }
      }
    }
    return foreign && own == 0 ? extent.acknowledged() : own;
  }

  /** Whether a head that the server shows is a line of this journal. */
  public boolean isOnChain(Row.Head head) {
    if (head.seq() == 0) {
      return true;
    }
    List<StoredLine> line = store.lines(head.epoch(), head.seq(), 1);
    return !line.isEmpty()
        && line.get(0).seq() == head.seq()
        && line.get(0).hash().equals(head.hash());
  }

  /**
   * The next lines to send: of the oldest epoch that has some, none after the last anchor.
   *
   * @param maxLines 1 or more
   * @param maxBytes of all texts together; one line is sent however long it is
   */
  public synchronized Optional<Batch> nextBatch(int maxLines, long maxBytes) {
    refresh();
    Extent from = firstUnsent().orElse(null);
    StoredLine anchor = lastAnchor.orElse(null);
    if (from == null || anchor == null || isBefore(anchor, from)) {
      return Optional.empty();
    }
    List<StoredLine> lines = new ArrayList<>();
    long bytes = 0;
    for (StoredLine line : store.lines(from.epoch(), from.acknowledged() + 1, maxLines)) {
      bytes += line.text().getBytes(StandardCharsets.UTF_8).length + 1;
      boolean afterAnchor = line.epoch() == anchor.epoch() && line.seq() > anchor.seq();
      if (afterAnchor || (!lines.isEmpty() && bytes > maxBytes)) {
        break;
      }
      lines.add(line);
    }
    return Optional.of(batch(lines));
  }

  /**
   * All that the server has not answered for, as pushes: for a file, where there is no way to send.
   *
   * @param maxLines of one batch, 1 or more
   */
  public synchronized List<Batch> unsentBatches(int maxLines) {
    refresh();
    List<Batch> batches = new ArrayList<>();
    for (Extent extent : extents.values()) {
      for (long from = extent.acknowledged() + 1; from <= extent.last(); from += maxLines) {
        batches.add(batch(store.lines(extent.epoch(), from, maxLines)));
      }
    }
    return batches;
  }

  private Batch batch(List<StoredLine> lines) {
    StoredLine last = lines.get(lines.size() - 1);
    PushHeader.AnchorAhead ahead =
        store
            .firstOfType(anchorType(), last.epoch(), last.seq())
            .filter(anchor -> !anchor.id().equals(last.id()))
            .map(Journal::ahead)
            .orElse(null);
    return new Batch(new PushHeader(enrolled().device(), last.epoch(), ahead), lines);
  }

  private static PushHeader.AnchorAhead ahead(StoredLine anchor) {
    Operation operation = anchor.read().operation();
    Fact.TimeAnchored measured = (Fact.TimeAnchored) operation.body();
    return new PushHeader.AnchorAhead(
        operation.clocks().run(),
        measured.monotonic(),
        measured.serverTime(),
        measured.uncertainty());
  }

  /**
   * Writes down what the server answered for the lines of an epoch.
   *
   * @param through the server has answered for everything up to here; less than before if the
   *     server has lost something, and then it is sent again
   */
  public synchronized void acknowledge(
      String incarnation, int epoch, long through, List<Outcome> outcomes) {
    refresh();
    Map<Integer, Long> reached = new HashMap<>(ifServerIs(incarnation));
    reached.put(epoch, Math.min(through, lastSeq(epoch)));
    write(new Acknowledgement(incarnation, reached, epoch, outcomes));
  }

  /** Another server's data were heard of: how far they go, the next push will find out. */
  public synchronized void serverIs(String incarnation) {
    refresh();
    if (!enrolled().incarnation().equals(incarnation)) {
      write(new Acknowledgement(incarnation, ifServerIs(incarnation), 0, List.of()));
    }
  }

  // A restored server may lack the end of each epoch. Its last line is sent again: if it does not
  // fit, the answer names the line to go on with.
  private Map<Integer, Long> ifServerIs(String incarnation) {
    Map<Integer, Long> through = new HashMap<>();
    if (!enrolled().incarnation().equals(incarnation)) {
      extents
          .values()
          .forEach(e -> through.put(e.epoch(), Math.min(e.acknowledged(), e.last() - 1)));
    }
    return through;
  }

  private void write(Acknowledgement answer) {
    stale = true;
    store.acknowledge(answer);
    stale = false;
    revision++;
    identity = identity.map(known -> known.withIncarnation(answer.incarnation()));
    answer
        .through()
        .forEach(
            (e, reached) ->
                extents.replaceAll(
                    (epoch, extent) ->
                        epoch.equals(e) ? new Extent(e, extent.last(), reached) : extent));
  }

  private JournalLine next(
      int epoch, long seq, String prevHash, String user, @Nullable RawScan scan, Body body) {
    Identity self = enrolled();
    Clocks now = clock.now();
    return JournalLine.write(
        new Operation(
            randomness.id(now.wall()),
            self.site(),
            self.device(),
            epoch,
            seq,
            prevHash,
            user,
            now,
            baseCursor.get(),
            appVersion,
            Operation.CURRENT_VERSION,
            scan,
            body));
  }

  private Identity enrolled() {
    return identity()
        .orElseThrow(
            () ->
                new JournalException(
                    "This handheld is not enrolled: scan the code of its server."));
  }

  private long lastSeq(int epoch) {
    Extent extent = extents.get(epoch);
    return extent == null ? 0 : extent.last();
  }

  private Optional<Extent> firstUnsent() {
    return extents.values().stream().filter(extent -> extent.unsent() > 0).findFirst();
  }

  private static boolean isBefore(StoredLine anchor, Extent from) {
    return anchor.epoch() < from.epoch()
        || (anchor.epoch() == from.epoch() && anchor.seq() <= from.acknowledged());
  }

  private static String anchorType() {
    return Fact.TimeAnchored.class.getSimpleName();
  }

  private void remember(JournalLine line) {
    Operation operation = line.operation();
    Extent before = extents.get(operation.epoch());
    long acknowledged = before == null ? 0 : before.acknowledged();
    extents.put(operation.epoch(), new Extent(operation.epoch(), operation.seq(), acknowledged));
    headHash = line.hash();
    revision++;
    tail.add(operation);
    attendance.saw(operation);
    if (operation.body() instanceof Fact.TimeAnchored) {
      lastAnchor = Optional.of(StoredLine.of(line));
      anchoredRun = operation.clocks().run();
    }
  }

  private void refresh() {
    if (!stale) {
      return;
    }
    identity = store.identity();
    revision++;
    tail.clear();
    extents.clear();
    store.extents().forEach(extent -> extents.put(extent.epoch(), extent));
    headHash = identity.map(Identity::epoch).map(this::hashOfLast).orElse("");
    lastAnchor = store.lastOfTypes(Set.of(anchorType()), 1).stream().findFirst();
    anchoredRun = lastAnchor.map(a -> a.read().operation().clocks().run()).orElse("");
    attendance.readFrom(store);
    stale = false;
  }

  private String hashOfLast(int epoch) {
    long last = lastSeq(epoch);
    return last == 0 ? "" : store.lines(epoch, last, 1).get(0).hash();
  }

  @Override
  public void close() {
    store.close();
  }
}
