package io.bincard.model.sync;

import io.avaje.jsonb.Jsonb;

/** The one way in which anything is written to, and read from, the wire and the journals. */
public final class WireJson {
  private static final Jsonb JSON = Jsonb.builder().build();

  private WireJson() {}

  public static String write(Object message) {
    return JSON.toJson(message);
  }

  /**
   * Reads one message; fields that are not known are passed over.
   *
   * @throws UnreadableException if it is no JSON, or a field is missing or of the wrong type
   */
  public static <T> T read(Class<T> type, String json) throws UnreadableException {
    try {
      T message = JSON.type(type).fromJson(json);
      if (message == null) {
        throw new UnreadableException("expected an object, found null");
      }
      return message;
    } catch (RuntimeException malformed) {
      // The generated adapters throw what the parser and the records throw: several types.
      String reason = malformed.getMessage();
      throw new UnreadableException(
          reason == null ? "a field is missing or has the wrong type" : reason, malformed);
    }
  }
}
