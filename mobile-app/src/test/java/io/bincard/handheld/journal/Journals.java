package io.bincard.handheld.journal;

import io.bincard.handheld.device.PlayedClock;
import io.bincard.handheld.device.SecureRandomness;
import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.RawScan;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.JournalLine;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Journals and their lines for tests. */
public final class Journals {
  public static final RawScan SCAN = new RawScan("]E04006381333931", "EAN_13");

  private Journals() {}

  public static Identity identity() {
    return new Identity("d1", "Blue one", "secret", "HH", "http://server", 1, "first");
  }

  public static Fact.Taken taken(int units) {
    return new Fact.Taken("A-01", Goods.of("nut", "", Quantity.units(units)));
  }

  public static Fact.TimeAnchored anchor(long monotonic) {
    return new Fact.TimeAnchored(monotonic, 1_000_000 + monotonic, 50);
  }

  /** A journal of an enrolled device. */
  public static Journal enrolled(JournalStore store, PlayedClock clock) {
    Journal journal = open(store, clock);
    if (journal.identity().isEmpty()) {
      journal.enrol(identity());
    }
    return journal;
  }

  public static Journal open(JournalStore store, PlayedClock clock) {
    return Journal.open(store, clock, new SecureRandomness(), () -> "c7", "1.0");
  }

  /** A line that is not in any journal. */
  static JournalLine line(int epoch, long seq, String prevHash, @Nullable RawScan scan) {
    return JournalLine.write(
        new Operation(
            new UUID(epoch, seq),
            "HH",
            "d1",
            epoch,
            seq,
            prevHash,
            "ada",
            new Clocks("run-1", seq, seq),
            "",
            "1.0",
            1,
            scan,
            taken((int) seq)));
  }
}
