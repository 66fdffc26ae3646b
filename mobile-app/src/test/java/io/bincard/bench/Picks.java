package io.bincard.bench;

import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.PushHeader;
import io.bincard.model.sync.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The journal of one device that picks, and picks: one unit of some item for some line each time.
 */
final class Picks {
  static final int BINS = 600;
  static final int ITEMS = 2_000;
  static final int LINES = 50_000;

  private final String site;
  private final String device;
  private final long start;
  private final java.util.Random random;
  private String hash = "";
  private long seq;

  Picks(String site, String device, long start, long seed) {
    this.site = site;
    this.device = device;
    this.start = start;
    this.random = new java.util.Random(seed);
  }

  static String bin(int number) {
    return "A-%04d".formatted(number);
  }

  static String item(int number) {
    return "ITEM-%05d".formatted(number);
  }

  static OrderLine line(int number) {
    return new OrderLine("O-%05d".formatted(number / 10), number % 10 + 1);
  }

  /** The next operations of the journal; the last one an anchor, as a push ends in one. */
  List<Operation> next(int count) {
    List<Operation> operations = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      operations.add(next(i == count - 1 && count > 1 ? anchor() : pick()));
    }
    return operations;
  }

  /** The body of a push of these operations. */
  String push(List<Operation> operations) {
    StringBuilder body = new StringBuilder(operations.size() * 600);
    body.append(WireJson.write(new PushHeader(device, 1, null)));
    operations.forEach(each -> body.append('\n').append(WireJson.write(each)));
    return body.toString();
  }

  private Fact pick() {
    int number = random.nextInt(LINES);
    int item = number % ITEMS;
    return new Fact.Picked(
        line(number), bin(item % BINS), "T-" + device, Goods.of(item(item), "", Quantity.units(1)));
  }

  private Fact anchor() {
    return new Fact.TimeAnchored(seq, start + seq, 1_000);
  }

  private Operation next(Fact body) {
    seq++;
    Operation operation =
        new Operation(
            UUID.randomUUID(),
            site,
            device,
            1,
            seq,
            hash,
            "ana",
            new Clocks("run", seq, start + seq),
            "",
            "bench",
            Operation.CURRENT_VERSION,
            null,
            body);
    hash = JournalLine.write(operation).hash();
    return operation;
  }
}
