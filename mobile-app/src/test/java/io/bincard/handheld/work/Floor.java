package io.bincard.handheld.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.handheld.device.DeviceClock;
import io.bincard.handheld.device.Randomness;
import io.bincard.handheld.journal.Identity;
import io.bincard.handheld.journal.Journal;
import io.bincard.handheld.journal.JournalException;
import io.bincard.handheld.journal.JournalStore;
import io.bincard.handheld.journal.MemoryJournalStore;
import io.bincard.handheld.replica.MemoryReplicaStore;
import io.bincard.handheld.replica.View;
import io.bincard.model.operation.Body;
import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Operation;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.PullPage;
import io.bincard.model.sync.Row;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A small warehouse on one handheld, with real journal and view in memory.
 *
 * <p>Bins, B-01 and R-01 (receiving). Jars (5012345678900, a case of 12 is
 * 15012345678907), lids (no barcode but its number), seals by lot (4006381333931), scales by serial
 * (96385074), cheese by the kilogram (9521234543213). Ana (badge ANA-1) and Ben.
 */
final class Floor {
  static final String DEVICE = "H-0007";

  private long micros = Instant.parse("2026-11-20T10:00:00Z").getEpochSecond() * 1_000_000;

  final DeviceClock clock =
      () -> {
        micros += 1_000;
        return new Clocks("run-1", micros, micros);
      };

  final Randomness randomness = new Random(1)::nextLong;
  private final MemoryJournalStore lines = new MemoryJournalStore();
  private final MemoryReplicaStore replica = new MemoryReplicaStore();
  private boolean diskIsFull;
  final Journal journal = Journal.open(store(), clock, randomness, replica::cursor, "test");
  final View view = new View(replica, journal);

  Floor() {
    journal.enrol(new Identity(DEVICE, "Seven", "secret", "S1", "http://server", 1, "one"));
    pull(
        new Row.Site("S1", "Test", "Europe/Berlin", "9521234"),
        new Row.Item("JAR", "Storage jar", "pc", "NONE", true),
        new Row.Item("LID", "Clip lid", "pc", "NONE", true),
        new Row.Item("SEAL", "Rubber seal", "pc", "LOT", true),
        new Row.Item("SCALE", "Kitchen scale", "pc", "SERIAL", true),
        new Row.Item("CHEESE", "Cheese", "kg", "NONE", true),
        new Row.Item("OLD", "Old jar", "pc", "NONE", false),
        barcode("05012345678900", "JAR", 1),
        barcode("15012345678907", "JAR", 12),
        barcode("LID-1", "LID", 1),
        barcode("04006381333931", "SEAL", 1),
        barcode("00000096385074", "SCALE", 1),
        barcode("09521234543213", "CHEESE", 1),
        new Row.Lot("SEAL", "L1", LocalDate.parse("2027-01-31"), "AVAILABLE"),
        new Row.Lot("SEAL", "L2", LocalDate.parse("2027-06-30"), "AVAILABLE"),
        new Row.Lot("SEAL", "OLD", LocalDate.parse("2026-11-19"), "AVAILABLE"),
        new Row.Lot("SEAL", "TODAY", LocalDate.parse("2026-11-20"), "AVAILABLE"),
        new Row.Lot("SEAL", "HELD", null, "HELD"),
        new Row.Lot("SEAL", "BACK", null, "RECALLED"),
        new Row.Location("A-01", "PICK_FACE", 10, true),
        new Row.Location("A-02", "PICK_FACE", 20, true),
        new Row.Location("B-01", "STORAGE", 30, true),
        new Row.Location("R-01", "RECEIVING", 5, true),
        new Row.Person("ana", "Ana K.", "operator", "ANA-1", "", true),
        new Row.Person("ben", "Ben O.", "operator", "BEN-1", "", true));
  }

  static Row.Barcode barcode(String code, String item, long pack) {
    return new Row.Barcode(code, item, Quantity.units(pack), 0);
  }

  static Row.Stock stock(String location, String item, String lot, long quantity) {
    return new Row.Stock(Account.bin(location), item, lot, Quantity.units(quantity));
  }

  static Row.Line line(String order, int line, String item, long ordered, long picked) {
    return new Row.Line(
        order, line, item, Quantity.units(ordered), Quantity.units(picked), Quantity.ZERO, false);
  }

  static Row.Allocation.Stop stop(
      int line, String location, String item, String lot, long quantity) {
    return new Row.Allocation.Stop(line, location, item, lot, Quantity.units(quantity));
  }

  static Row.Work work(String work, String kind, String order, List<String> locations) {
    return new Row.Work(work, kind, work, order, locations, "CLAIMED", DEVICE, 1, 0);
  }

  /** The server says what is so now. */
  Floor pull(Row... rows) {
    String since = replica.cursor();
    String cursor = String.valueOf(since.isEmpty() ? 1 : Integer.parseInt(since) + 1);
    replica.apply(since, new PullPage("one", cursor, false, List.of(rows)));
    return this;
  }

  /** Nothing can be recorded for a while. */
  void fillDisk(boolean full) {
    diskIsFull = full;
  }

  private JournalStore store() {
    return (JournalStore)
        Proxy.newProxyInstance(
            Floor.class.getClassLoader(),
            new Class<?>[] {JournalStore.class},
            (proxy, method, arguments) -> {
              if (diskIsFull && method.getName().equals("append")) {
                throw new JournalException("This device has no space left.");
              }
              return method.invoke(lines, arguments);
            });
  }

  /** Time passes. */
  void pass(long seconds) {
    micros += seconds * 1_000_000;
  }

  Shift shift() {
    return shift("ana");
  }

  Shift shift(String user) {
    return new Shift(user, view, journal, clock, randomness);
  }

  /** All that was recorded, in order. */
  List<Operation> recorded() {
    List<Operation> all = new ArrayList<>(journal.unsent());
    assertThat(all).isSortedAccordingTo((a, b) -> Long.compare(a.seq(), b.seq()));
    return all;
  }

  List<Body> bodies() {
    return recorded().stream().map(Operation::body).toList();
  }
}
