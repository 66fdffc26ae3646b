package io.bincard.server.reconcile;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.Tolerance;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Makes worlds by chance: so few bins, items and people that they keep running into each other. One
 * seed, one world.
 */
final class WorldMaker {
  private static final List<String> BINS = List.of("A-01", "B-02");
  private static final List<String> ITEMS = List.of("JAR", "LID", "TEA");
  private static final List<String> LOTS = List.of("L1", "L2", "?");
  private static final List<String> PEOPLE = List.of("ann", "bob", "cy");
  private static final List<String> TASKS = List.of("sheet 1", "sheet 2");
  private static final List<String> CODES = List.of("0001", "0002");
  private static final List<String> DEVICES = List.of("A-1", "H-2", "T-3", "Z-4");
  private static final List<OrderLine> LINES =
      List.of(new OrderLine("7", 1), new OrderLine("7", 2), new OrderLine("8", 1));
  private static final long END = 60;

  private final Random random;
  private final long seed;
  private final List<World.Deed> deeds = new ArrayList<>();
  private int ids;

  private WorldMaker(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  static World world(long seed) {
    return new WorldMaker(seed).make();
  }

  /** One with more devices, each of which did so much. */
  static World crowd(long seed, int devices, int deeds) {
    WorldMaker maker = new WorldMaker(seed);
    Map<String, List<World.Deed>> journals = new TreeMap<>();
    for (int i = 0; i < devices; i++) {
      journals.put("H-" + i, maker.journal(deeds));
    }
    return maker.make(journals, 2 * deeds);
  }

  private World make() {
    Map<String, List<World.Deed>> journals = new TreeMap<>();
    int devices = 2 + random.nextInt(3);
    for (String device : DEVICES.subList(0, devices)) {
      journals.put(device, journal(2 + random.nextInt(11)));
    }
    return make(journals, random.nextInt(9));
  }

  private World make(Map<String, List<World.Deed>> journals, int decisions) {
    SiteSettings settings =
        new SiteSettings(chance(.2), ZoneOffset.UTC, one(List.of(0L, 5L, 1000L)), 1000);
    return new World(seed, settings, tolerances(), journals, decisions(decisions));
  }

  private List<Tolerances.Row> tolerances() {
    List<Tolerances.Row> rows = new ArrayList<>();
    rows.add(tolerance("", "", 0, random.nextInt(4)));
    if (chance(.3)) {
      rows.add(tolerance("", one(ITEMS), 10, random.nextInt(4)));
    }
    if (chance(.2)) {
      rows.add(tolerance(one(BINS), "", 20, random.nextInt(4)));
    }
    return rows;
  }

  private static Tolerances.Row tolerance(String bin, String item, long from, long units) {
    return new Tolerances.Row(bin, item, "", from, new Tolerance(Quantity.units(units)));
  }

  // A device: runs, clocks that are wrong, anchors now and then and at the end.

  private List<World.Deed> journal(int count) {
    List<World.Deed> journal = new ArrayList<>();
    int run = 0;
    long start = 0;
    long skew = one(List.of(0L, 0L, 5L, -7L, 100_000L));
    String user = one(PEOPLE);
    long t = 0;
    for (int i = 0; i < count; i++) {
      t += random.nextInt((int) (2 * END / count) + 1);
      t = Math.min(t, END);
      if (chance(.12)) {
        run++;
        start = t;
        skew = one(List.of(0L, 3L, -9L, 50_000L));
      }
      user = chance(.1) ? one(PEOPLE) : user;
      Clocks clocks = new Clocks("run " + run, t - start, t + skew);
      boolean last = i == count - 1;
      Body body =
          last || chance(.15)
              ? new Fact.TimeAnchored(t - start, t, one(List.of(0L, 0L, 0L, 1L)))
              : fact(journal);
      World.Deed deed = new World.Deed(id(), t, user, clocks, body);
      journal.add(deed);
      deeds.add(deed);
    }
    return journal;
  }

  private Body fact(List<World.Deed> before) {
    String bin = one(BINS);
    OrderLine line = one(LINES);
    Goods goods = goods();
    String tote = one(List.of("T-1", "T-2"));
    String carton = one(List.of("C-1", "C-2"));
    return switch (random.nextInt(30)) {
      case 0, 1, 2 -> new Fact.Received(bin, goods, "", 0);
      case 3, 4 -> new Fact.Moved(bin, one(BINS), goods);
      case 5 -> new Fact.Taken(bin, goods);
      case 6 -> new Fact.Put(bin, goods);
      case 7, 8, 9, 10 -> new Fact.Picked(line, bin, tote, goods);
      case 11 -> new Fact.PutBack(line, tote, bin, goods);
      case 12, 13 ->
          new Fact.PickedShort(line, bin, goods.item(), lot(goods), Quantity.units(1), "empty");
      case 14 -> new Fact.Packed(line, tote, carton, goods);
      case 15 -> new Fact.Unpacked(line, carton, tote, goods);
      case 16 ->
          chance(.5)
              ? new Fact.CartonClosed(line.order(), carton)
              : new Fact.Dispatched(line.order(), List.of(carton));
      case 17, 18, 19, 20, 21 -> count(bin);
      case 22, 23 -> completion(bin);
      case 24 -> new Fact.Adjusted(bin, signed(goods), "found");
      case 25 -> new Fact.Issued(bin, goods, "used");
      case 26, 27 -> unknown(bin, tote);
      case 28 -> chance(.5) ? new Fact.SignedIn() : new Fact.SignedOut();
      default ->
          before.isEmpty()
              ? new Fact.SignedIn()
              : new Fact.Undone(before.get(random.nextInt(before.size())).id());
    };
  }

  private Goods goods() {
    String item = one(ITEMS);
    String lot = item.equals("TEA") ? one(LOTS) : "";
    return Goods.of(item, lot, Quantity.units(1 + random.nextInt(4)));
  }

  private Goods signed(Goods goods) {
    return chance(.5) ? goods : Goods.of(goods.item(), goods.lot(), goods.quantity().negated());
  }

  private String lot(Goods goods) {
    return chance(.5) ? goods.lot() : null;
  }

  private Fact.CountLine count(String bin) {
    return new Fact.CountLine(
        id(),
        one(TASKS),
        bin,
        counted(),
        Quantity.units(one(List.of(0, 0, 1, 2, 3, 4, 6))),
        Quantity.units(1));
  }

  private CountedKey counted() {
    String item = one(ITEMS);
    boolean tea = item.equals("TEA");
    return new CountedKey(item, tea && chance(.4) ? null : tea ? one(LOTS) : "");
  }

  private Fact.BinCountCompleted completion(String bin) {
    List<CountedKey> listed = new ArrayList<>();
    List<CountedKey> blank = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      (chance(.7) ? listed : blank).add(counted());
    }
    return new Fact.BinCountCompleted(id(), one(TASKS), bin, listed, blank);
  }

  private Fact.ScannedUnknown unknown(String bin, String tote) {
    boolean moved = chance(.8);
    return new Fact.ScannedUnknown(
        one(CODES),
        moved ? Account.bin(bin) : null,
        moved ? Account.tote(tote) : null,
        Quantity.units(1 + random.nextInt(2)));
  }

  // What is decided meanwhile.

  private List<World.Ruling> decisions(int count) {
    List<World.Ruling> decisions = new ArrayList<>();
    long t = 0;
    for (int i = 0; i < count; i++) {
      t += 1 + random.nextInt(15);
      decisions.add(decision(t));
    }
    return decisions;
  }

  private World.Ruling decision(long t) {
    OrderLine line = one(LINES);
    Goods goods = goods();
    World.Deed deed = one(deeds);
    return switch (random.nextInt(16)) {
      case 0, 1, 2 -> ruling(t, order(line));
      case 3 ->
          ruling(t, new Decision.OrderChanged(line, Quantity.units(random.nextInt(4)), "asked"));
      case 4 -> ruling(t, new Decision.OrderCancelled(line.order(), null, "asked"));
      case 5 -> ruling(t, new Decision.OrderCancelled(line.order(), line.line(), "asked"));
      case 6, 7 -> ruling(t, new Decision.OperationReversed(deed.id(), "wrong"));
      case 8 -> about(t, new Decision.CountApproved(count().id(), "seen"));
      case 9 -> about(t, new Decision.CountRejected(count().id(), "seen"));
      case 10 ->
          ruling(
              t,
              new Decision.StockCorrected(
                  one(BINS), goods.item(), goods.lot(), Quantity.units(random.nextInt(4)), "seen"));
      case 11, 12, 13 ->
          ruling(
              t,
              new Decision.BarcodeAssigned(
                  one(CODES), one(ITEMS), Quantity.units(1 + random.nextInt(2))));
      case 14 -> ruling(t, new Decision.LotHeld("TEA", one(LOTS), chance(.5), "complaint"));
      default -> ruling(t, new Decision.LotReleased("TEA", one(LOTS), "fine"));
    };
  }

  /** One that is a count, if there is any. */
  private World.Deed count() {
    List<World.Deed> counts =
        deeds.stream()
            .filter(
                deed ->
                    deed.body() instanceof Fact.CountLine
                        || deed.body() instanceof Fact.BinCountCompleted)
            .toList();
    return one(counts.isEmpty() ? deeds : counts);
  }

  private Decision.OrderPlaced order(OrderLine line) {
    return new Decision.OrderPlaced(
        line.order(),
        "Ada",
        0,
        List.of(
            new Decision.OrderPlaced.Line(
                line.line(), one(ITEMS), Quantity.units(1 + random.nextInt(4)))));
  }

  private World.Ruling ruling(long t, Decision body) {
    UUID about = body instanceof Decision.OperationReversed r && chance(.5) ? r.operation() : null;
    return new World.Ruling(id(), t, body, about);
  }

  private World.Ruling about(long t, Decision body) {
    UUID about =
        body instanceof Decision.CountApproved approved
            ? approved.operation()
            : ((Decision.CountRejected) body).operation();
    return new World.Ruling(id(), t, body, about);
  }

  private UUID id() {
    return new UUID(seed, ++ids);
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
