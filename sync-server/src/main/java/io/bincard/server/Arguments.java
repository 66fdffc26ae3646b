package io.bincard.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind a command: {@code --name value} and {@code --name} alone, and words. */
final class Arguments {
  private final Deque<String> words = new ArrayDeque<>();
  private final Map<String, String> options = new HashMap<>();

  Arguments(List<String> texts) {
    Deque<String> rest = new ArrayDeque<>(texts);
    while (!rest.isEmpty()) {
      String text = rest.removeFirst();
      if (!text.startsWith("--")) {
        words.add(text);
      } else {
        boolean alone = rest.isEmpty() || rest.getFirst().startsWith("--");
        options.put(text, alone ? "" : rest.removeFirst());
      }
    }
  }

  /** Takes an option that stands alone; whether it was there. */
  boolean flag(String name) {
    String value = options.remove(name);
    if (value != null && !value.isEmpty()) {
      throw new UsageException(name + " takes no value, but got '" + value + "'.");
    }
    return value != null;
  }

  /** Takes an option with a value. */
  Optional<String> value(String name) {
    String value = options.remove(name);
    if (value != null && value.isEmpty()) {
      throw new UsageException(name + " needs a value.");
    }
    return Optional.ofNullable(value);
  }

  /** Takes an option whose value is a whole number. */
  Optional<Integer> number(String name, int least, int most) {
    return value(name).map(text -> Settings.number(name, text, least, most));
  }

  /** Takes the next word. */
  Optional<String> word() {
    return Optional.ofNullable(words.poll());
  }

  /** Makes sure that all has been taken. */
  void end() {
    if (!words.isEmpty()) {
      throw new UsageException("Nothing is known about '" + words.getFirst() + "'.");
    }
    options.keySet().stream()
        .findFirst()
        .ifPresent(
            name -> {
              throw new UsageException("There is no option " + name + " here.");
            });
  }
}
