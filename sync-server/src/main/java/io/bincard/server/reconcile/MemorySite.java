package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord;
import io.bincard.model.operation.ServerRecord.CountSettled;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.StockKey;
import io.bincard.model.time.CorrectedTime;
import io.bincard.model.time.Place;
import io.bincard.model.time.Position;
import io.bincard.server.work.Bin;
import io.bincard.server.work.WorkState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of one site as maps, under the names they have in PostgreSQL. */
public final class MemorySite {
  final String site;
  final SiteSettings settings;

  final SortedMap<String, Device> devices = new TreeMap<>();
  final Map<Place, Journaled> operations = new HashMap<>();
  final Map<UUID, Place> placeById = new HashMap<>();
  final Map<String, SortedMap<String, Subject.Fork>> forks = new HashMap<>();
  final Map<UUID, UUID> voids = new HashMap<>();

  final SortedMap<StockKey, Quantity> balances = new TreeMap<>();
  final Map<CardKey, List<Plan.LedgerEntry>> ledger = new HashMap<>();
  final Map<CardKey, SortedMap<Position, Plan.StatementRow>> statements = new HashMap<>();
  final Map<Account, NavigableMap<Position, AccountStatement>> accountStatements = new HashMap<>();
  final Map<UUID, CountSettled> settlements = new HashMap<>();

  final SortedMap<OrderLine, Line> lines = new TreeMap<>();
  final Map<OrderLine, List<Plan.LineStep>> lineEntries = new HashMap<>();
  final SortedMap<String, Order> orders = new TreeMap<>();
  final Map<Leaving, Boolean> departures = new HashMap<>();
  final Map<Leaving, Boolean> cartons = new HashMap<>();
  final Map<DeliveryLine, Quantity> received = new HashMap<>();

  final Map<String, SortedMap<Position, UnknownScan>> scans = new HashMap<>();
  final Map<String, SortedMap<Long, Meaning>> meanings = new HashMap<>();
  final Map<Presence, Boolean> presence = new HashMap<>();
  final Map<StoredDiscrepancy.Key, StoredDiscrepancy> discrepancies = new HashMap<>();

  final Map<Closure.LotKey, Subject.LotState> lots = new HashMap<>();
  final List<Tolerances.Row> tolerances = new ArrayList<>();
  final Map<String, String> classOfItem = new HashMap<>();
  final Map<String, Bin> bins = new HashMap<>();
  final SortedMap<String, WorkState> work = new TreeMap<>();
  final Map<String, Set<String>> binsOfWork = new HashMap<>();

  /** A device, with where its journal ends. */
  record Device(Kind kind, boolean revoked, JournalHead head) {
    /** Server processes are not waited for. */
    enum Kind {
      HANDHELD,
      SERVER
    }
  }

  /** An operation at its place. */
  record Journaled(StoredOperation stored, Arrival arrival, long arrived) {}

  /** An order line without its steps. */
  record Line(String item, Quantity ordered, Quantity picked, Quantity packed, boolean cancelled) {
    static final Line NONE = new Line("", Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, false);
  }

  /** An order without its lines. */
  record Order(String customer, int priority, ServerRecord.@Nullable Allocated stops) {}

  /** A carton, closed or gone, and the operation that says so. */
  record Leaving(String order, String carton, UUID operation) {}

  /** A line of a delivery note. */
  record DeliveryLine(String delivery, int line) {}

  /** Somebody at work on a device. */
  record Presence(String device, String person) {}

  MemorySite(String site, SiteSettings settings) {
    this.site = site;
    this.settings = settings;
  }

  /** Lets a device push. */
  public synchronized void enrol(String device) {
    JournalHead nothing = new JournalHead(device, 1, 0, "", CorrectedTime.START);
    devices.put(device, new Device(Device.Kind.HANDHELD, false, nothing));
  }

  /** Says how far counts may be off. */
  public synchronized void tolerate(Tolerances.Row tolerance) {
    tolerances.add(tolerance);
  }

  /** Puts an item into a class. */
  public synchronized void classify(String item, String itemClass) {
    classOfItem.put(item, itemClass);
  }

  /** Says what is known of a lot. */
  public synchronized void know(Closure.LotKey lot, Subject.LotState state) {
    lots.put(lot, state);
  }

  /** Makes a bin that goods can be allocated from. */
  public synchronized void build(Bin bin) {
    bins.put(bin.location(), bin);
  }

  /** Asks for some bins to be counted. */
  public synchronized void askForCount(String name, Set<String> locations) {
    binsOfWork.put(name, new HashSet<>(locations));
    work.put(
        name, new WorkState(name, WorkState.Kind.COUNT, "", WorkState.State.OPEN, "", false, 0, 0));
  }

  /** Balances, zeros included. */
  public synchronized SortedMap<StockKey, Quantity> balances() {
    return new TreeMap<>(balances);
  }

  /** All discrepancies that were ever open. */
  public synchronized List<StoredDiscrepancy> discrepancies() {
    return List.copyOf(discrepancies.values());
  }

  /** OPEN, CANCELLED or DISPATCHED; null if nobody placed it. */
  public synchronized @Nullable String orderState(String order) {
    if (!orders.containsKey(order)) {
      return null;
    }
    if (departures.keySet().stream().anyMatch(leaving -> leaving.order().equals(order))) {
      return "DISPATCHED";
    }
    List<Line> ofOrder =
        lines.entrySet().stream()
            .filter(line -> line.getKey().order().equals(order))
            .map(Map.Entry::getValue)
            .toList();
    boolean cancelled =
        ofOrder.stream().anyMatch(Line::cancelled)
            && ofOrder.stream().noneMatch(l -> !l.cancelled() && l.ordered().isPositive());
    return cancelled ? "CANCELLED" : "OPEN";
  }
}
