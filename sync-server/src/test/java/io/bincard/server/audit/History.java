package io.bincard.server.audit;

import static io.bincard.server.audit.AuditedSite.goods;

import io.bincard.model.operation.CountedKey;
import io.bincard.model.operation.Decision;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Intent;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.server.db.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A history of a site in which a little of everything happens, and little in the right order. */
final class History {
  private static final OrderLine LINE = new OrderLine("10482", 7);
  private static final OrderLine OTHER_LINE = new OrderLine("10482", 8);

  private final AuditedSite site;

  private History(AuditedSite site) {
    this.site = site;
  }

  static void happenAt(AuditedSite site) {
    new History(site).happen();
  }

  private void happen() {
    site.execute(
        "insert into item (item, name, unit, tracking, class) values"
            + " ('JAR', 'Jar', 'piece', 'NONE', 'A'), ('TEA', 'Tea', 'kg', 'LOT', 'B')");
    site.execute(
        "insert into tolerance (site, valid_from, units, class, item) values"
            + " ('NORTH', 0, 1000000, '', ''), ('NORTH', 0, 2000000, 'A', ''),"
            + " ('NORTH', 500, 3000000, '', 'TEA')");
    site.execute(
        "insert into barcode (site, code, valid_from, item, pack) values"
            + " ('', '00000000000017', 300, 'JAR', 6000000)");
    site.execute("update site set count_wait = 0");
    site.decideAll(
        new Decision.OrderPlaced(
            "10482",
            "Ada",
            0,
            List.of(
                new Decision.OrderPlaced.Line(7, "JAR", Quantity.units(3)),
                new Decision.OrderPlaced.Line(8, "TEA", Quantity.units(2)))),
        new Decision.OrderPlaced(
            "10483", "Bea", 1, List.of(new Decision.OrderPlaced.Line(1, "JAR", Quantity.units(9)))),
        new Decision.OrderChanged(OTHER_LINE, Quantity.units(4), "wants more"));

    Handheld dock = site.handheld("H-0", "dora");
    Handheld ana = site.handheld("H-1", "ana");
    Handheld ben = site.handheld("H-2", "ben");
    Handheld eve = site.handheld("H-3", "eve");

    // Clocks: anchored, not anchored, another run, a wall clock far ahead.
    dock.anchored(1);
    dock.at(2, new Fact.SignedIn());
    dock.at(10, new Fact.Received("A-01", goods("JAR", 100), "D1", 1));
    dock.at(11, new Fact.Received("A-02", goods("TEA", "L1", 20), "D1", 2));
    dock.at(12, new Fact.Received("A-02", goods("TEA", "L2", 10), "D1", 3));
    UUID twice = dock.at(13, new Fact.Received("A-01", goods("JAR", 100), "D1", 1));
    dock.restart("run 2", 1_000_000);
    dock.at(14, new Fact.Adjusted("A-01", goods("JAR", -2), "broken"));
    dock.at(15, new Fact.Issued("A-01", goods("JAR", 1), "sample"));
    dock.anchored(20);
    dock.at(21, new Fact.Moved("A-01", "A-03", goods("JAR", 5)));
    dock.at(22, new Fact.Moved("A-03", "A-03", goods("JAR", 1)));
    dock.push(4);
    dock.push();
    site.decide(new Decision.OperationReversed(twice, "typed twice"));

    // Work: claimed, given back, claimed by another.
    site.execute(
        "insert into location (site, location, kind, sequence) values"
            + " ('NORTH', 'A-01', 'PICK_FACE', 1), ('NORTH', 'A-02', 'PICK_FACE', 2)");
    site.decideAs("ben", new Intent.WorkClaimed("pick 10482", "H-2"));
    site.decideAs("ben", new Intent.WorkReleased("pick 10482", "H-2", 1));
    site.decideAs("ana", new Intent.WorkClaimed("pick 10482", "H-1"));
    site.decideAs("ben", new Intent.WorkClaimed("pick 10482", "H-2")); // refused

    // Picking: late, short, put back, packed, undone, of a cancelled order.
    UUID wrong = ana.at(30, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 1)));
    ana.at(31, new Fact.Undone(wrong));
    ana.at(32, new Fact.Picked(LINE, "A-01", "T-1", goods("JAR", 3)));
    ana.at(33, new Fact.Picked(OTHER_LINE, "A-02", "T-1", goods("TEA", "L1", 2)));
    ana.at(34, new Fact.Packed(LINE, "T-1", "C-1", goods("JAR", 3)));
    ana.at(35, new Fact.Packed(OTHER_LINE, "T-1", "C-1", goods("TEA", "L1", 2)));
    ana.at(36, new Fact.Unpacked(LINE, "C-1", "T-1", goods("JAR", 1)));
    ana.at(37, new Fact.PutBack(LINE, "T-1", "A-01", goods("JAR", 1)));
    ana.at(
        38,
        new Fact.PickedShort(
            OTHER_LINE, "A-02", "TEA", null, Quantity.units(2), "could not find it"));
    UUID closed = ana.at(39, new Fact.CartonClosed("10482", "C-2"));
    ana.at(40, new Fact.CartonClosed("10482", "C-1"));
    ana.at(41, new Fact.Undone(closed));
    ana.at(85, new Fact.Received("A-07", goods("JAR", 5), "", 0));
    ana.at(86, new Fact.PickedShort(LINE, "A-07", "JAR", "", Quantity.units(1), "empty"));
    ana.at(87, new Fact.Picked(OTHER_LINE, "A-02", "T-3", goods("TEA", "L1", 2)));
    ana.at(90, new Fact.Dispatched("10482", List.of("C-1")));
    ben.at(42, new Fact.Taken("A-01", goods("JAR", 2)));
    ben.at(43, new Fact.Picked(new OrderLine("10483", 1), "A-01", "T-2", goods("JAR", 9)));
    ben.at(44, new Fact.Picked(new OrderLine("10499", 1), "A-01", "T-2", goods("JAR", 1)));
    ben.push();
    site.decide(new Decision.OrderCancelled("10483", null, "changed their mind"));

    // Counting: within and out of tolerance, disputed, outvoted, decided, settled, late.
    ben.at(50, count("sheet 1", "A-01", "JAR", "", 80));
    ben.at(51, count("sheet 1", "A-02", "TEA", "L1", 17));
    ben.at(52, count("sheet 1", "A-02", "TEA", null, 27));
    ben.at(53, rest("sheet 1", "A-03", "JAR"));
    ben.at(54, rest("sheet 1", "A-04"));
    ben.push();
    site.reconciler.settle(AuditedSite.NORTH);
    ana.push();
    UUID far = eve.at(60, count("sheet 2", "A-01", "JAR", "", 50));
    eve.at(61, count("sheet 3", "A-01", "JAR", "", 83));
    eve.at(62, new Fact.Received("A-04", goods("LID", 2), "", 0));
    eve.push();
    dock.at(63, count("sheet 3", "A-01", "JAR", "", 82));
    UUID early = dock.at(64, new Fact.Put("A-04", goods("LID", 1)));
    dock.push();
    ana.at(91, count("sheet 3", "A-01", "JAR", "", 82));
    ana.push();
    site.decide(new Decision.CountRejected(far, "cannot be"));
    site.decide(new Decision.CountApproved(far, "it can"));
    site.decide(new Decision.CountRejected(far, "it cannot"));
    site.decide(
        new Decision.StockCorrected("A-05", "JAR", "", Quantity.units(4), "seen with own eyes"));
    site.decide(new Decision.CountApproved(early, "this is no count")); // refused

    // Barcodes nobody knows, some of them later.
    eve.at(70, scan("00000000000017", 1)); // before the master data know it
    eve.at(310, scan("00000000000017", 1));
    eve.at(311, scan("00000000000024", 2));
    UUID undone = eve.at(312, scan("00000000000024", 5));
    eve.at(313, new Fact.ScannedUnknown("00000000000031", null, null, Quantity.units(1)));
    eve.at(314, new Fact.Undone(undone));
    eve.push();
    site.decide(new Decision.BarcodeAssigned("00000000000024", "JAR", Quantity.units(12)));
    site.decide(new Decision.BarcodeAssigned("00000000000024", "LID", Quantity.units(10)));

    // A lot that may not leave, a finding that is accepted, one accepted on older evidence.
    site.decide(new Decision.LotHeld("TEA", "L1", false, "complaint"));
    accept("SHORTFALL", "bin:A-09 JAR");
    eve.at(400, new Fact.Moved("A-09", "A-10", goods("JAR", 1)));
    eve.push();
    accept("SHORTFALL", "bin:A-09 JAR");
    eve.at(401, new Fact.Moved("A-11", "A-10", goods("JAR", 1)));
    eve.push();
    accept("SHORTFALL", "bin:A-11 JAR");
    eve.at(402, new Fact.Moved("A-11", "A-10", goods("JAR", 1)));
    eve.push();

    // What is not applied: unreadable, no fact, known already, forked.
    UUID moved = eve.at(410, new Fact.Moved("A-01", "A-06", goods("JAR", 2)));
    eve.at(411, new Fact.Received("A-01", goods("JAR", 0), "", 0));
    eve.at(412, new Fact.Received("A-06", goods("JAR", 1), "", 0));
    Handheld twin = eve.twin();
    eve.at(413, new Fact.Received("A-06", goods("JAR", 1), "", 0));
    twin.at(413, new Fact.Received("A-06", goods("JAR", 7), "", 0));
    eve.push();
    twin.push();
    eve.nextEpoch();
    eve.at(moved, 410, new Fact.Moved("A-01", "A-06", goods("JAR", 2)));
    eve.at(420, new Fact.Moved("A-01", "A-06", goods("JAR", 2)));
    eve.at(421, new Fact.Received("A-06", goods("JAR", 1), "", 0));
    eve.write(unreadable(eve));
    eve.push();

    // Voids that arrive before what they void.
    UUID notYet = site.id();
    site.decide(new Decision.OperationReversed(notYet, "I know what comes"));
    ana.at(notYet, 500, new Fact.Received("A-06", goods("JAR", 1000), "", 0));
    ana.anchored(501);
    ana.push();
    site.reconciler.settle(AuditedSite.NORTH);

    // Late: before counts that have settled; also a count.
    Handheld zoe = site.handheld("H-4", "zoe");
    zoe.at(45, new Fact.Received("A-01", goods("JAR", 1), "", 0));
    zoe.at(46, new Fact.Received("A-03", goods("LID", 3), "", 0));
    zoe.at(47, count("sheet 1", "A-02", "TEA", "L1", 16));
    zoe.at(48, new Fact.Moved("A-02", "A-03", goods("TEA", "L2", 1)));
    zoe.push();
  }

  private static Fact.CountLine count(
      String task, String location, String item, String lot, long units) {
    return new Fact.CountLine(
        new UUID(0, 0),
        task,
        location,
        new CountedKey(item, lot),
        Quantity.units(units),
        Quantity.units(1));
  }

  private static Fact.BinCountCompleted rest(String task, String location, String... listed) {
    List<CountedKey> keys = new ArrayList<>();
    for (String item : listed) {
      keys.add(new CountedKey(item, ""));
    }
    return new Fact.BinCountCompleted(new UUID(0, 0), task, location, keys, List.of());
  }

  private static Fact scan(String code, long packs) {
    return new Fact.ScannedUnknown(
        code, Account.bin("A-01"), Account.tote("T-9"), Quantity.units(packs));
  }

  /** A line as a newer version writes it. */
  private static String unreadable(Handheld eve) {
    Handheld newer = eve.twin();
    newer.at(422, new Fact.Received("A-06", goods("JAR", 1), "", 0));
    return newer.lastText().replace("\"type\":\"Received\"", "\"type\":\"Beamed\"");
  }

  private void accept(String code, String subject) {
    String fingerprint =
        site.database
            .inTransaction(
                c ->
                    Sql.first(
                        c,
                        "select fingerprint from discrepancy where code = ? and subject = ?",
                        row -> row.getString(1),
                        code,
                        subject))
            .orElse("of nothing");
    site.decide(new Decision.Accepted(code, subject, fingerprint, "seen"));
  }
}
