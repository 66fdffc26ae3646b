package io.bincard.handheld.work;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to be said, in no language yet.
 *
 * @param parameters what the text speaks of, by name: codes, names and quantities
 */
public record Message(MessageKey key, Map<String, String> parameters) {
  public Message {
    parameters = Map.copyOf(parameters);
  }

  static Message of(MessageKey key) {
    return new Message(key, Map.of());
  }

  /** The same with one more parameter. */
  Message with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value.toString());
    return new Message(key, more);
  }
}
