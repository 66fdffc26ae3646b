package io.bincard.handheld.work;

import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Lot;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counting bins, while others may keep picking in them: each line holds for the moment it is
 * confirmed.
 *
 * <p>Scans add to a tally that is no statement yet; {@link #confirm} makes it one. Blank is not
 * zero: a line that nobody confirmed says nothing, also when the bin is done.
 */
public final class CountingSession extends GoodsSession {
  private final String task;
  private final List<String> sheet;
  private final CountHistory history;
  private @Nullable String bin;
  private UUID count;
  private @Nullable Tally tally;

  /** What was scanned of one key and not confirmed yet. */
  private record Tally(CountedKey key, Quantity quantity, Quantity pack, Scanned last) {}

  private CountingSession(Shift shift, String task, List<String> sheet) {
    super(shift);
    this.task = task;
    this.sheet = List.copyOf(sheet);
    this.count = shift.newId();
    this.history = new CountHistory(shift, task);
    history
        .openLine()
        .ifPresent(
            line -> {
              bin = line.location();
              count = line.count();
            });
  }

  /**
   * Begins a count sheet, or goes on with the bin that is not done.
   *
   * @param work a count sheet that this device has claimed
   */
  public static CountingSession ofSheet(Shift shift, String work) {
    List<String> bins = shift.view().work(work).map(Row.Work::locations).orElse(List.of());
    return new CountingSession(shift, work, bins);
  }

  /** Counts one bin that nobody asked for. */
  public static CountingSession ofBin(Shift shift, String location) {
    return new CountingSession(shift, "spot " + shift.newId(), List.of(location));
  }

  /** The bins of the sheet that are not done, in the order of the way. */
  public synchronized List<String> binsLeft() {
    Set<String> finished = history.finishedBins();
    return sheet.stream().filter(location -> !finished.contains(location)).toList();
  }

  /** The bin one stands at. */
  public synchronized Optional<String> bin() {
    return Optional.ofNullable(bin);
  }

  /** What there is to be counted in this bin, and what is: shown without what the books say. */
  public synchronized List<CountedLine> lines() {
    List<CountedLine> lines = new ArrayList<>();
    keys()
        .forEach(
            (key, quantity) -> lines.add(new CountedLine(key, shift().name(key.item()), quantity)));
    return lines;
  }

  /** What was scanned and is not confirmed yet. */
  public synchronized Optional<CountedLine> tally() {
    return Optional.ofNullable(tally)
        .map(
            t -> new CountedLine(t.key(), shift().name(t.key().item()), Optional.of(t.quantity())));
  }

  private Map<CountedKey, Optional<Quantity>> keys() {
    Map<CountedKey, Optional<Quantity>> keys = new LinkedHashMap<>();
    if (bin == null) {
      return keys;
    }
    for (Row.Stock row : shift().view().stock(Account.bin(bin))) {
      if (!row.lot().equals(Lot.UNKNOWN)) {
        keys.put(new CountedKey(row.item(), row.lot()), Optional.empty());
      }
    }
    history.lines(count).forEach(line -> keys.put(line.key(), Optional.of(line.quantity())));
    return keys;
  }

  @Override
  Reply prompt() {
    if (bin != null) {
      return tally == null
          ? new Reply.Expected(Message.of(MessageKey.COUNT_ITEM).with("bin", bin))
          : new Reply.Expected(
              Message.of(MessageKey.COUNT_TALLY)
                  .with("item", shift().name(tally.key().item()))
                  .with("quantity", tally.quantity()));
    }
    return binsLeft().stream()
        .findFirst()
        .<Reply>map(
            location -> new Reply.Expected(Message.of(MessageKey.COUNT_BIN).with("bin", location)))
        .orElseGet(() -> new Reply.Done(Message.of(MessageKey.COUNT_DONE)));
  }

  @Override
  Reply take(Scanned scanned, Quantity packs) {
    if (bin == null) {
      return takeBin(scanned);
    }
    if (scanned.item().isPresent()) {
      return takeItem(scanned, packs);
    }
    if (scanned.bin().isPresent()) {
      String other = scanned.bin().orElseThrow().location();
      return other.equals(bin)
          ? prompt()
          : wrong(Message.of(MessageKey.COUNT_FINISH_FIRST).with("bin", bin));
    }
    if (scanned.carton().isPresent() || isContainer(scanned)) {
      return wrong(Message.of(MessageKey.COUNT_NO_CONTAINERS).with("scanned", scanned.name()));
    }
    return scanned.person().isPresent()
        ? wrong(Message.of(MessageKey.NO_ITEM).with("scanned", scanned.name()))
        : unknown(scanned, packs);
  }

  private boolean isContainer(Scanned scanned) {
    return scanned
        .tote()
        .map(code -> !shift().view().stock(Account.tote(code)).isEmpty())
        .orElse(false);
  }

  private Reply takeBin(Scanned scanned) {
    String location = scanned.bin().map(Row.Location::location).orElse(null);
    if (location == null) {
      return wrong(Message.of(MessageKey.NOT_A_BIN).with("scanned", scanned.name()));
    }
    if (!sheet.contains(location)) {
      return wrong(Message.of(MessageKey.COUNT_OTHER_BIN).with("scanned", location));
    }
    List<Message> concerns = new ArrayList<>();
    if (!binsLeft().contains(location)) {
      concerns.add(Message.of(MessageKey.COUNT_AGAIN).with("bin", location));
    }
    return unless(
        concerns,
        () -> {
          bin = location;
          count = shift().newId();
          return prompt();
        });
  }

  private Reply takeItem(Scanned scanned, Quantity packs) {
    List<String> lots =
        keys().keySet().stream()
            .filter(key -> key.item().equals(scanned.item().orElseThrow().row().item()))
            .flatMap(key -> Optional.ofNullable(key.lot()).stream())
            .toList();
    return scanned.item().orElseThrow().hasSerials()
        ? add(scanned, piecesWithSerials(scanned, packs))
        : withGoods(scanned, packs, lots, goods -> add(scanned, goods));
  }

  /** How many there are is counted; which they are is not. */
  private static Goods piecesWithSerials(Scanned scanned, Quantity packs) {
    ScannedItem item = scanned.item().orElseThrow();
    return new Goods(
        item.row().item(), Lot.NONE, List.of(), item.quantity().times(packs), item.pack());
  }

  private Reply add(Scanned scanned, Goods goods) {
    String lot = goods.lot().equals(Lot.UNKNOWN) ? null : goods.lot();
    Tally one =
        new Tally(new CountedKey(goods.item(), lot), goods.quantity(), goods.pack(), scanned);
    Tally open = tally;
    if (open == null) {
      tally = one;
      return prompt();
    }
    if (open.key().equals(one.key())) {
      Quantity pack = open.pack().equals(one.pack()) ? one.pack() : Quantity.units(1);
      tally = new Tally(one.key(), open.quantity().plus(one.quantity()), pack, scanned);
      return prompt();
    }
    Message isThatAll =
        Message.of(MessageKey.COUNT_CONFIRM)
            .with("item", shift().name(open.key().item()))
            .with("quantity", open.quantity());
    return unless(
        List.of(isThatAll),
        () -> {
          Reply confirmed = confirm();
          tally = one;
          return confirmed instanceof Reply.Recorded recorded
              ? new Reply.Recorded(recorded.operations(), recorded.message(), expected())
              : prompt();
        });
  }

  /** The tally is right: so many are here now. */
  public synchronized Reply confirm() {
    drop();
    Tally open = tally;
    if (open == null || bin == null) {
      return prompt();
    }
    Operation operation =
        shift().record(open.last(), line(bin, open.key(), open.quantity(), open.pack()));
    tally = null;
    return counted(open.key(), open.quantity(), operation);
  }

  /** The tally is dropped, as if nothing had been scanned. */
  public synchronized Reply clear() {
    drop();
    tally = null;
    return prompt();
  }

  /**
   * So many are here now, typed instead of scanned.
   *
   * @param quantity 0 says that none was seen
   * @throws IllegalArgumentException if it is below 0, or above what an operation may state
   */
  public synchronized Reply count(CountedKey key, Quantity quantity) {
    drop();
    if (quantity.isNegative() || quantity.compareTo(Quantity.LIMIT) > 0) {
      throw new IllegalArgumentException("quantity must be 0 to " + Quantity.LIMIT);
    }
    if (bin == null) {
      return prompt();
    }
    Optional<Message> tooLong = Optional.ofNullable(key.lot()).flatMap(Longest.NAME::refusal);
    if (tooLong.isPresent()) {
      return wrong(tooLong.get());
    }
    Operation operation = shift().record(line(bin, key, quantity, Quantity.units(1)));
    if (tally != null && tally.key().equals(key)) {
      tally = null;
    }
    return counted(key, quantity, operation);
  }

  private Fact.CountLine line(String location, CountedKey key, Quantity quantity, Quantity pack) {
    return new Fact.CountLine(count, task, location, key, quantity, pack);
  }

  private Reply counted(CountedKey key, Quantity quantity, Operation operation) {
    MessageKey message = quantity.isZero() ? MessageKey.COUNTED_NONE : MessageKey.COUNTED;
    return recorded(
        Message.of(message).with("quantity", quantity).with("item", shift().name(key.item())),
        operation);
  }

  /** There is nothing at all in this bin. */
  public synchronized Reply emptyBin() {
    drop();
    if (bin == null) {
      return prompt();
    }
    String location = bin;
    boolean seen =
        tally != null
            || keys().values().stream()
                .anyMatch(quantity -> quantity.map(Quantity::isPositive).orElse(false));
    if (seen) {
      return wrong(Message.of(MessageKey.COUNT_NOT_EMPTY).with("bin", location));
    }
    return unless(
        List.of(Message.of(MessageKey.COUNT_EMPTY).with("bin", location)),
        () -> complete(location, List.of(), List.of()));
  }

  /** All that is in this bin was looked at. Lines that are blank stay blank. */
  public synchronized Reply finishBin() {
    drop();
    if (bin == null) {
      return prompt();
    }
    String location = bin;
    Tally open = tally;
    if (open != null) {
      return wrong(
          Message.of(MessageKey.COUNT_CONFIRM_FIRST)
              .with("item", shift().name(open.key().item()))
              .with("quantity", open.quantity()));
    }
    Map<CountedKey, Optional<Quantity>> keys = keys();
    if (keys.isEmpty()) {
      return emptyBin();
    }
    List<CountedKey> listed = keys.keySet().stream().filter(k -> isCounted(keys, k)).toList();
    List<CountedKey> blank = keys.keySet().stream().filter(k -> !isCounted(keys, k)).toList();
    List<Message> concerns = new ArrayList<>();
    if (!blank.isEmpty()) {
      concerns.add(
          Message.of(MessageKey.COUNT_BLANK)
              .with("number", blank.size())
              .with("items", String.join(", ", names(blank))));
    }
    return unless(concerns, () -> complete(location, listed, blank));
  }

  private static boolean isCounted(Map<CountedKey, Optional<Quantity>> keys, CountedKey key) {
    return Objects.requireNonNull(keys.get(key)).isPresent();
  }

  private Set<String> names(List<CountedKey> keys) {
    Set<String> names = new LinkedHashSet<>();
    keys.forEach(key -> names.add(shift().name(key.item())));
    return names;
  }

  private Reply complete(String location, List<CountedKey> listed, List<CountedKey> blank) {
    Operation operation =
        shift().record(new Fact.BinCountCompleted(count, task, location, listed, blank));
    bin = null;
    count = shift().newId();
    return recorded(Message.of(MessageKey.BIN_COUNTED).with("bin", location), operation);
  }

  /** Off to another bin; what was confirmed here stands, the rest is left open. */
  public synchronized Reply leaveBin() {
    drop();
    bin = null;
    tally = null;
    count = shift().newId();
    return prompt();
  }

  @Override
  Reply takeBack() {
    if (tally != null) {
      tally = null;
      return prompt();
    }
    return takeBackLast(
        history.steps(),
        body -> {
          if (body instanceof Fact.CountLine line) {
            bin = line.location();
            count = line.count();
          } else if (body instanceof Fact.BinCountCompleted completed) {
            bin = completed.location();
            count = completed.count();
          }
        });
  }
}
