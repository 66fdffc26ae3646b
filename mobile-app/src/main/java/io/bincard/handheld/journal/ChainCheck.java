package io.bincard.handheld.journal;

import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.LineHeader;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import java.util.List;

/** Whether each line is as it was written and names the one before. */
final class ChainCheck {
  private static final int PAGE = 500;

  private ChainCheck() {}

  /** Checks what the server has not answered for, from the last line that it has. */
  static void verify(JournalStore store) {
    for (Extent extent : store.extents()) {
      verify(store, extent);
    }
  }

  private static void verify(JournalStore store, Extent extent) {
    long next = Math.max(1, extent.acknowledged());
    String before = "";
    boolean first = extent.acknowledged() > 0;
    while (next <= extent.last()) {
      List<StoredLine> lines = store.lines(extent.epoch(), next, PAGE);
      for (StoredLine line : lines) {
        if (line.seq() != next) {
          throw broken(extent.epoch(), next, "it is missing");
        }
        if (!JournalLine.hash(line.text()).equals(line.hash())) {
          throw broken(extent.epoch(), next, "its text is not what was written");
        }
        if (!first && !prevHash(line).equals(before)) {
          throw broken(extent.epoch(), next, "it does not follow the line before");
        }
        first = false;
        before = line.hash();
        next++;
      }
    }
  }

  private static String prevHash(StoredLine line) {
    try {
      return WireJson.read(LineHeader.class, line.text()).prevHash();
    } catch (UnreadableException unreadable) {
      throw broken(line.epoch(), line.seq(), "it cannot be read");
    }
  }

  private static JournalException broken(int epoch, long seq, String how) {
    return new JournalException(
        "The journal of this device is damaged at line "
            + seq
            + " of epoch "
            + epoch
            + ": "
            + how
            + ". Nothing was changed. Keep the device as it is, and hand it to whoever runs"
            + " Bincard.");
  }
}
