package io.bincard.handheld.journal;

import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.UnreadableException;
import java.util.UUID;

/**
 * A journal line as it is kept and sent, not yet understood.
 *
 * @param type the simple name of the operation's body
 * @param text the exact text that was written
 */
public record StoredLine(
    int epoch, long seq, UUID id, String type, boolean scanned, String hash, String text) {

  static StoredLine of(JournalLine line) {
    return new StoredLine(
        line.operation().epoch(),
        line.operation().seq(),
        line.operation().id(),
        line.operation().body().getClass().getSimpleName(),
        line.operation().scan() != null,
        line.hash(),
        line.text());
  }

  /**
   * @throws JournalException if the text is no operation that this version understands
   */
  JournalLine read() {
    try {
      return JournalLine.read(text);
    } catch (UnreadableException unreadable) {
      throw new JournalException(
          "The journal's line "
              + seq
              + " of epoch "
              + epoch
              + " cannot be read; it is kept: "
              + unreadable.getMessage(),
          unreadable);
    }
  }
}
