package io.bincard.model.sync;

import io.bincard.model.operation.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One line of a journal: an operation as the exact text that was written, which is stored, sent and
 * kept for ever.
 *
 * <p>Its hash is the SHA-256 of that text. The text names the hash of the line before, so the lines
 * of an epoch form a chain, and no hash needs to be sent or trusted.
 *
 * @param text one JSON object without line breaks
 * @param hash 64 lower-case hexadecimal digits
 */
public record JournalLine(Operation operation, String text, String hash) {

  public static JournalLine write(Operation operation) {
    String text = WireJson.write(operation);
    return new JournalLine(operation, text, hash(text));
  }

  /**
   * Reads a line as it was written.
   *
   * @throws UnreadableException if the text is no operation this version understands
   */
  public static JournalLine read(String text) throws UnreadableException {
    return new JournalLine(WireJson.read(Operation.class, text), text, hash(text));
  }

  /** The hash of a line's text, understood or not. */
  public static String hash(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java runtime has SHA-256", impossible);
    }
  }
}
