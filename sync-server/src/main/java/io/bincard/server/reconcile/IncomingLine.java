package io.bincard.server.reconcile;

import io.bincard.model.operation.Operation;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.LineHeader;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.sync.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * A journal line as a device sent it.
 *
 * @param text the exact text, kept whatever it says
 * @param operation null if its body is not understood
 */
public record IncomingLine(
    LineHeader header, String text, String hash, @Nullable Operation operation) {

  /**
   * Reads a line.
   *
   * @throws UnreadableException if not even its header can be read, so that it has no place
   */
  public static IncomingLine read(String text) throws UnreadableException {
    try {
      JournalLine line = JournalLine.read(text);
      return new IncomingLine(header(line.operation()), text, line.hash(), line.operation());
    } catch (UnreadableException bodyNotUnderstood) {
      LineHeader header = WireJson.read(LineHeader.class, text);
      return new IncomingLine(header, text, JournalLine.hash(text), null);
    }
  }

  /** The line of an operation of the server's own. */
  static IncomingLine of(JournalLine line) {
    return new IncomingLine(header(line.operation()), line.text(), line.hash(), line.operation());
  }

  private static LineHeader header(Operation operation) {
    return new LineHeader(
        operation.id(),
        operation.site(),
        operation.device(),
        operation.epoch(),
        operation.seq(),
        operation.prevHash(),
        operation.user(),
        operation.clocks(),
        operation.version());
  }
}
