package io.bincard.model.sync;

import io.avaje.jsonb.Jsonb;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;

/** The one way in which anything is written to, and read from, the wire and the journals. */
public final class WireJson {
  // Named here because the generator writes adapters of its own for these two into every module
  // that uses them, and whichever stands first on the class path would win.
  private static final Jsonb JSON =
      Jsonb.builder()
          .add(Quantity.class, QuantityJson::new)
          .add(Account.class, AccountJson::new)
          .build();

  private WireJson() {}

  public static String write(Object message) {
    return JSON.toJson(message);
  }

  /**
   * Reads one message; fields that are not known are passed over, and those that are missing are
   * null.
   *
   * @throws UnreadableException if it is not one JSON object, or a field has the wrong type
   */
  public static <T> T read(Class<T> type, String json) throws UnreadableException {
    ObjectShape.check(json);
    // Closing matters: parsers are used again, and one that is not closed keeps its state.
    try (PathReader reader = new PathReader(JSON.reader(json.strip()))) {
      return read(type, reader);
    }
  }

  private static <T> T read(Class<T> type, PathReader reader) throws UnreadableException {
    try {
      return JSON.type(type).fromJson(reader);
    } catch (RuntimeException malformed) {
      // The generated adapters throw what the parser and the records throw: several types.
      String reason = malformed.getMessage();
      throw new UnreadableException(
          reader.path(), reason == null ? "it has the wrong type" : reason, malformed);
    }
  }
}
