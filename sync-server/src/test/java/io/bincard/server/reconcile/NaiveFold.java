package io.bincard.server.reconcile;

import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Effect;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.operation.ServerRecord.CountSettled;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Lot;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Status;
import io.bincard.model.stock.StockKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The fold of docs/architecture.md, read as plainly as can be: everything there is, in canonical
 * order, from nothing. It shares no code with what it checks, knows of no card, closure or slice,
 * and would be far too slow for a warehouse.
 */
final class NaiveFold {
  final SortedMap<StockKey, Quantity> balances = new TreeMap<>();
  final SortedMap<OrderLine, Books.Line> lines = new TreeMap<>();
  final SortedMap<String, String> orderStates = new TreeMap<>();
  final SortedSet<String> found = new TreeSet<>();
  final Map<Books.Counted, Books.Read> counts = new HashMap<>();

  private final String site;
  private final Tolerances tolerances;
  private final boolean negativeAllowed;
  private final List<Books.Journaled> journal;

  private final Map<UUID, CountSettled> settled = new HashMap<>();
  private final Set<UUID> voided = new HashSet<>();
  private final Map<UUID, Boolean> approved = new HashMap<>();
  private final Map<String, TreeMap<Long, Decision.BarcodeAssigned>> meanings = new HashMap<>();
  private final List<Move> moves = new ArrayList<>();
  private final List<Count> said = new ArrayList<>();
  private final Set<StockKey> keys = new TreeSet<>();
  private final Map<Books.Counted, Status> verdicts = new HashMap<>();
  private final Map<StockKey, Quantity> running = new HashMap<>();
  private final Set<Books.Counted> overtaken = new HashSet<>();

  /** Goods that entered or left a key, at a place in the journal. */
  private record Move(int at, Operation operation, StockKey key, Quantity delta) {}

  /** Somebody's word on a bin. Item null: on everything but the exceptions. */
  private record Count(
      int at,
      Operation operation,
      Account bin,
      String task,
      String item,
      String lot,
      Quantity stated,
      Set<CountedKey> except) {

    boolean isAcrossLots() {
      return item != null && lot == null;
    }

    /** What it says of one key by itself; null if nothing. */
    Quantity says(StockKey key) {
      if (!key.account().equals(bin) || isAcrossLots()) {
        return null;
      }
      if (item != null) {
        return key.item().equals(item) && key.lot().equals(lot) ? stated : null;
      }
      boolean excepted =
          except.contains(new CountedKey(key.item(), null))
              || except.contains(new CountedKey(key.item(), key.lot()));
      return excepted ? null : Quantity.ZERO;
    }

    boolean saysAcross(StockKey key) {
      return isAcrossLots() && key.account().equals(bin) && key.item().equals(item);
    }

    /** Whether it may change a key: across lots, the unknown lot only. */
    boolean isAbout(StockKey key) {
      return says(key) != null || (saysAcross(key) && key.lot().equals(Lot.UNKNOWN));
    }
  }

  private NaiveFold(
      String site, Tolerances tolerances, boolean negativeAllowed, List<Books.Journaled> journal) {
    this.site = site;
    this.tolerances = tolerances;
    this.negativeAllowed = negativeAllowed;
    this.journal = journal.stream().filter(Books.Journaled::counts).toList();
  }

  /**
   * Folds.
   *
   * @param journal in canonical order
   */
  static NaiveFold of(
      String site, Tolerances tolerances, boolean negativeAllowed, List<Books.Journaled> journal) {
    NaiveFold fold = new NaiveFold(site, tolerances, negativeAllowed, journal);
    fold.readDecisions();
    fold.readFacts();
    fold.compareVoices();
    fold.goThrough();
    fold.lookAtBins();
    fold.lookAtLateness();
    fold.lookAtContainers();
    fold.goThroughOrders();
    return fold;
  }

  // 1. What was decided about operations, whenever it was.

  private void readDecisions() {
    for (Books.Journaled each : journal) {
      Operation operation = each.operation();
      if (operation.body() instanceof CountSettled record) {
        settled.putIfAbsent(record.operation(), record);
      } else if (operation.body() instanceof Decision.CountApproved decision) {
        approved.put(decision.operation(), true);
      } else if (operation.body() instanceof Decision.CountRejected decision) {
        approved.put(decision.operation(), false);
      } else if (operation.body() instanceof Decision.StockCorrected) {
        approved.putIfAbsent(operation.id(), true);
      } else if (operation.body() instanceof Decision.BarcodeAssigned assigned) {
        meanings
            .computeIfAbsent(assigned.code(), code -> new TreeMap<>())
            .put(each.time().t(), assigned);
      } else if (operation.body() instanceof Decision.OperationReversed reversed) {
        voided.add(reversed.operation());
      } else if (operation.body() instanceof Fact.Undone undone) {
        voided.add(undone.operation());
      }
    }
    for (UUID late : voided) {
      if (settled.containsKey(late)) {
        approved.put(late, false);
      }
    }
    voided.removeAll(settled.keySet());
  }

  private boolean isLive(Books.Journaled each) {
    return !voided.contains(each.operation().id());
  }

  // 2. What happened to goods, and what was said of bins.

  private void readFacts() {
    Map<String, Boolean> unresolved = new TreeMap<>();
    for (int at = 0; at < journal.size(); at++) {
      Books.Journaled each = journal.get(at);
      for (Effect effect : isLive(each) ? each.operation().effects() : List.<Effect>of()) {
        if (effect instanceof Effect.Move move) {
          move(at, move);
        } else if (effect instanceof Effect.Unresolved scan) {
          Effect.Move move = resolve(each.time().t(), scan);
          if (move == null) {
            unresolved.put(scan.code(), true);
          } else if (move.from() != null && move.to() != null) {
            move(at, move);
          }
        } else if (effect instanceof Effect.Counted counted) {
          say(at, counted.bin(), counted.task(), counted.item(), counted.lot(), counted.quantity());
        } else if (effect instanceof Effect.CountedRest rest) {
          said.add(
              new Count(
                  at,
                  each.operation(),
                  rest.bin(),
                  rest.task(),
                  null,
                  null,
                  Quantity.ZERO,
                  rest.except()));
        }
      }
    }
    unresolved.keySet().forEach(code -> found.add("UNKNOWN_BARCODE barcode " + code));
  }

  private void move(int at, Effect.Move move) {
    Operation operation = journal.get(at).operation();
    StockKey from = new StockKey(site, move.from(), move.item(), move.lot());
    StockKey to = new StockKey(site, move.to(), move.item(), move.lot());
    if (!from.equals(to)) {
      moves.add(new Move(at, operation, from, move.quantity().negated()));
      moves.add(new Move(at, operation, to, move.quantity()));
    }
    keys.add(from);
    keys.add(to);
  }

  private void say(int at, Account bin, String task, String item, String lot, Quantity stated) {
    said.add(new Count(at, journal.get(at).operation(), bin, task, item, lot, stated, Set.of()));
    keys.add(new StockKey(site, bin, item, lot == null ? Lot.UNKNOWN : lot));
  }

  /** What the barcode meant at t, or came to mean first. */
  private Effect.Move resolve(long t, Effect.Unresolved scan) {
    TreeMap<Long, Decision.BarcodeAssigned> known = meanings.get(scan.code());
    if (known == null) {
      return null;
    }
    Map.Entry<Long, Decision.BarcodeAssigned> inForce = known.floorEntry(t);
    Decision.BarcodeAssigned meaning =
        inForce == null ? known.firstEntry().getValue() : inForce.getValue();
    Quantity quantity = scan.packs().times(meaning.pack());
    return new Effect.Move(scan.from(), scan.to(), meaning.item(), Lot.NONE, quantity);
  }

  private Quantity movedBefore(int at, StockKey key) {
    Quantity sum = Quantity.ZERO;
    for (Move move : moves) {
      if (move.at() < at && move.key().equals(key)) {
        sum = sum.plus(move.delta());
      }
    }
    return sum;
  }

  // 3. Where people of one task differ: each one's last word, brought to one instant.

  private void compareVoices() {
    for (StockKey key : keys) {
      for (boolean acrossLots : new boolean[] {false, true}) {
        Map<String, Map<String, Count>> lastWords = new TreeMap<>();
        for (Count count : said) {
          if (count.isAbout(key) && count.isAcrossLots() == acrossLots) {
            lastWords
                .computeIfAbsent(count.task(), any -> new TreeMap<>())
                .put(count.operation().user(), count);
          }
        }
        lastWords.values().forEach(voices -> judge(voices.values(), key));
      }
    }
  }

  private void judge(Collection<Count> voices, StockKey key) {
    Map<Quantity, List<Count>> camps = new TreeMap<>();
    for (Count count : voices) {
      camps.computeIfAbsent(atTheBeginning(count, key), any -> new ArrayList<>()).add(count);
    }
    if (camps.size() == 1) {
      return;
    }
    int largest = camps.values().stream().mapToInt(List::size).max().orElseThrow();
    List<List<Count>> top = camps.values().stream().filter(c -> c.size() == largest).toList();
    boolean anyApproved = voices.stream().anyMatch(this::isApproved);
    for (Count count : voices) {
      Status verdict;
      if (largest >= 2 && top.size() == 1) {
        verdict = top.get(0).contains(count) ? null : Status.OUTVOTED;
      } else if (anyApproved) {
        verdict = isApproved(count) ? null : Status.OUTVOTED;
      } else {
        verdict = Status.DISPUTED;
      }
      if (verdict != null) {
        verdicts.put(new Books.Counted(count.operation().id(), key), verdict);
      }
    }
  }

  private boolean isApproved(Count count) {
    return approved.getOrDefault(count.operation().id(), false);
  }

  private Quantity atTheBeginning(Count count, StockKey key) {
    if (!count.isAcrossLots()) {
      return count.says(key).minus(movedBefore(count.at(), key));
    }
    Quantity moved = Quantity.ZERO;
    for (StockKey other : keys) {
      if (count.saysAcross(other)) {
        moved = moved.plus(movedBefore(count.at(), other));
      }
    }
    return count.stated().minus(moved);
  }

  // 4. Everything in canonical order.

  private void goThrough() {
    for (int at = 0; at < journal.size(); at++) {
      Books.Journaled each = journal.get(at);
      if (isLive(each)) {
        for (Move move : moves) {
          if (move.at() == at) {
            add(move.key(), move.delta());
          }
        }
        for (Effect effect : each.operation().effects()) {
          if (effect instanceof Effect.Emptied emptied) {
            empty(emptied);
          } else if (effect instanceof Effect.FoundShort shortage) {
            findShort(at, each.operation(), shortage);
          }
        }
        for (Count count : said) {
          if (count.at() == at) {
            read(each.time().t(), count);
          }
        }
      }
    }
    running.forEach(
        (key, quantity) -> {
          if (!quantity.isZero()) {
            balances.put(key, quantity);
          }
        });
    checkShortages();
  }

  private void add(StockKey key, Quantity delta) {
    running.merge(key, delta, Quantity::plus);
  }

  private Quantity on(StockKey key) {
    return running.getOrDefault(key, Quantity.ZERO);
  }

  private void empty(Effect.Emptied emptied) {
    for (StockKey key : keys) {
      if (key.account().equals(emptied.container())) {
        Quantity all = on(key);
        add(key, all.negated());
        add(new StockKey(site, emptied.to(), key.item(), key.lot()), all);
      }
    }
  }

  private void read(long t, Count count) {
    for (StockKey key : keys) {
      if (count.isAbout(key)) {
        Quantity expected = count.isAcrossLots() ? total(key) : on(key);
        Quantity variance = count.stated().minus(expected);
        Status status = status(t, count, key, variance);
        Quantity posted = status == Status.ACCEPTED ? variance : Quantity.ZERO;
        Quantity before = on(key);
        add(key, posted);
        add(new StockKey(site, Account.ADJUSTMENT, key.item(), key.lot()), posted.negated());
        counts.put(
            new Books.Counted(count.operation().id(), key), new Books.Read(before, posted, status));
      }
    }
  }

  private Quantity total(StockKey key) {
    Quantity total = Quantity.ZERO;
    for (StockKey other : keys) {
      if (other.card().equals(key.card())) {
        total = total.plus(on(other));
      }
    }
    return total;
  }

  private Status status(long t, Count count, StockKey key, Quantity variance) {
    UUID id = count.operation().id();
    Books.Counted subject = new Books.Counted(id, key);
    Status byNow = verdicts.get(subject);
    boolean contested = byNow != null;
    if (byNow == null && approved.containsKey(id)) {
      byNow = approved.get(id) ? Status.ACCEPTED : Status.REJECTED;
    } else if (byNow == null) {
      Quantity allowed = tolerances.at(t, key.account().code(), key.item()).units();
      byNow =
          variance.magnitude() <= allowed.millionths() ? Status.ACCEPTED : Status.OUT_OF_TOLERANCE;
    }
    CountSettled end = settled.get(id);
    if (end == null) {
      note(byNow, count, key);
      return byNow;
    }
    boolean accepted = end.otherwise();
    for (CountSettled.SettledKey one : end.keys()) {
      if (one.item().equals(key.item()) && one.lot().equals(key.lot())) {
        accepted = one.accepted();
      }
    }
    if (contested) {
      dispute(count, key);
    } else if (accepted != (byNow == Status.ACCEPTED) && !variance.isZero()) {
      overtaken.add(subject);
    }
    return accepted ? Status.ACCEPTED : Status.OUTVOTED;
  }

  private void note(Status status, Count count, StockKey key) {
    if (status == Status.DISPUTED) {
      dispute(count, key);
    } else if (status == Status.OUT_OF_TOLERANCE) {
      String lot = count.isAcrossLots() ? "" : key.lot();
      found.add("COUNT_VARIANCE " + name(key, lot) + " count " + count.operation().id());
    }
  }

  private void dispute(Count count, StockKey key) {
    found.add("COUNT_DISPUTED " + name(key, "") + " task " + count.task());
  }

  private static String name(StockKey key, String lot) {
    return key.account() + " " + key.item() + (lot.isEmpty() ? "" : " lot " + lot);
  }

  // 5. What does not add up in bins.

  private final List<Runnable> shortages = new ArrayList<>();

  /** What the book showed is known now; whether somebody counted later, at the end. */
  private void findShort(int at, Operation operation, Effect.FoundShort shortage) {
    Quantity shown = Quantity.ZERO;
    List<StockKey> stocked = new ArrayList<>();
    StockKey any = new StockKey(site, shortage.bin(), shortage.item(), Lot.NONE);
    for (StockKey key : keys) {
      if (key.card().equals(any.card())
          && (shortage.lot() == null || shortage.lot().equals(key.lot()))) {
        shown = shown.plus(on(key));
        if (on(key).isPositive()) {
          stocked.add(key);
        }
      }
    }
    if (shown.isPositive()) {
      shortages.add(
          () -> {
            if (!stocked.stream().allMatch(key -> isCountedAfter(at, key))) {
              found.add("SHORT_PICK_DISPUTED " + name(any, "") + " short " + operation.id());
            }
          });
    }
  }

  private boolean isCountedAfter(int at, StockKey key) {
    for (Count count : said) {
      StockKey read =
          count.saysAcross(key)
              ? new StockKey(site, key.account(), key.item(), Lot.UNKNOWN)
              : count.says(key) == null ? null : key;
      if (count.at() > at
          && read != null
          && counts.get(new Books.Counted(count.operation().id(), read)).status()
              == Status.ACCEPTED) {
        return true;
      }
    }
    return false;
  }

  private void checkShortages() {
    shortages.forEach(Runnable::run);
  }

  private void lookAtBins() {
    for (StockKey key : balances.keySet()) {
      if (key.account().isBin() && !negativeAllowed && on(key).isNegative()) {
        boolean madeUpFor = key.lot().equals(Lot.UNKNOWN) && !total(key).isNegative();
        if (!madeUpFor) {
          found.add("SHORTFALL " + name(key, key.lot()));
        }
      }
    }
  }

  private void lookAtLateness() {
    for (StockKey key : keys) {
      Count last = null;
      for (Count count : said) {
        if (settled.containsKey(count.operation().id()) && count.isAbout(key)) {
          last = count;
        }
      }
      if (last != null
          && (missedAnything(last, key)
              || overtaken.contains(new Books.Counted(last.operation().id(), key)))) {
        found.add("LATE_MOVE " + name(key, key.lot()));
      }
    }
  }

  private boolean missedAnything(Count last, StockKey key) {
    CountSettled end = settled.get(last.operation().id());
    for (Move move : moves) {
      boolean concerned =
          last.isAcrossLots() ? last.saysAcross(move.key()) : move.key().equals(key);
      if (concerned && move.at() < last.at() && !isSeen(end, move.operation())) {
        return true;
      }
    }
    for (Map.Entry<Books.Counted, Books.Read> read : counts.entrySet()) {
      StockKey other = read.getKey().key();
      boolean concerned = last.isAcrossLots() ? last.saysAcross(other) : other.equals(key);
      for (Count count : said) {
        if (concerned
            && count.operation().id().equals(read.getKey().operation())
            && !read.getValue().posted().isZero()
            && count.at() < last.at()
            && !isSeen(end, count.operation())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSeen(CountSettled end, Operation operation) {
    for (CountSettled.DeviceHead head : end.heads()) {
      if (head.device().equals(operation.device())) {
        return operation.epoch() < head.epoch()
            || (operation.epoch() == head.epoch() && operation.seq() <= head.seq());
      }
    }
    return false;
  }

  private void lookAtContainers() {
    Set<CountedKey> held = new HashSet<>();
    for (Books.Journaled each : journal) {
      if (each.operation().body() instanceof Decision.LotHeld hold) {
        held.add(new CountedKey(hold.item(), hold.lot()));
      } else if (each.operation().body() instanceof Decision.LotReleased released) {
        held.remove(new CountedKey(released.item(), released.lot()));
      }
    }
    balances.forEach(
        (key, quantity) -> {
          if (key.account().isContainer()
              && quantity.isPositive()
              && held.contains(new CountedKey(key.item(), key.lot()))) {
            found.add("LOT_BLOCKED " + name(key, key.lot()));
          }
        });
  }

  int settledCounts(StockKey key) {
    int settledCounts = 0;
    for (Count count : said) {
      if (settled.containsKey(count.operation().id()) && count.isAbout(key)) {
        settledCounts++;
      }
    }
    return settledCounts;
  }

  // 6. Orders.

  private void goThroughOrders() {
    Set<String> placed = new TreeSet<>();
    Set<String> left = new HashSet<>();
    for (Books.Journaled each : journal) {
      Operation operation = each.operation();
      if (operation.body() instanceof Decision.OrderPlaced order) {
        placed.add(order.order());
        order
            .lines()
            .forEach(
                line -> order(new OrderLine(order.order(), line.line()), line.quantity(), false));
      } else if (operation.body() instanceof Decision.OrderChanged change) {
        order(change.line(), change.quantity(), false);
      } else if (operation.body() instanceof Decision.OrderCancelled cancelled) {
        cancel(cancelled);
      }
      for (Effect effect : isLive(each) ? operation.effects() : List.<Effect>of()) {
        if (effect instanceof Effect.Progress step) {
          progress(step);
        } else if (effect instanceof Effect.Emptied carton) {
          left.add(carton.order());
        }
      }
    }
    placed.forEach(
        order -> orderStates.put(order, left.contains(order) ? "DISPATCHED" : state(order)));
    lines.forEach(this::lookAt);
  }

  private void order(OrderLine line, Quantity ordered, boolean cancelled) {
    Books.Line before = lines.getOrDefault(line, Books.Line.NONE);
    lines.put(line, new Books.Line(ordered, before.picked(), before.packed(), cancelled));
  }

  private void cancel(Decision.OrderCancelled cancelled) {
    if (cancelled.onlyLine() != null) {
      OrderLine line = new OrderLine(cancelled.order(), cancelled.onlyLine());
      order(line, lines.getOrDefault(line, Books.Line.NONE).ordered(), true);
    } else {
      for (OrderLine line : List.copyOf(lines.keySet())) {
        Quantity ordered = lines.get(line).ordered();
        if (line.order().equals(cancelled.order()) && ordered.isPositive()) {
          order(line, ordered, true);
        }
      }
    }
  }

  private void progress(Effect.Progress step) {
    Books.Line before = lines.getOrDefault(step.line(), Books.Line.NONE);
    boolean picked = step.stage() == Effect.Stage.PICKED;
    lines.put(
        step.line(),
        new Books.Line(
            before.ordered(),
            picked ? before.picked().plus(step.quantity()) : before.picked(),
            picked ? before.packed() : before.packed().plus(step.quantity()),
            before.cancelled()));
  }

  private String state(String order) {
    boolean anyCancelled = false;
    boolean anyWanted = false;
    for (Map.Entry<OrderLine, Books.Line> each : lines.entrySet()) {
      if (each.getKey().order().equals(order)) {
        anyCancelled |= each.getValue().cancelled();
        anyWanted |= !each.getValue().cancelled() && each.getValue().ordered().isPositive();
      }
    }
    return anyCancelled && !anyWanted ? "CANCELLED" : "OPEN";
  }

  private void lookAt(OrderLine line, Books.Line row) {
    if (!row.cancelled() && row.picked().compareTo(row.ordered()) > 0) {
      found.add("OVERPICK line " + line);
    }
    if (row.cancelled() && row.picked().isPositive()) {
      found.add("PICKED_AFTER_CANCEL line " + line);
    }
    if (row.packed().compareTo(row.picked()) > 0) {
      found.add("PACKED_NOT_PICKED line " + line);
    }
  }
}
