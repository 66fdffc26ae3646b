package io.bincard.server.audit;

import io.bincard.model.time.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two lists are in the order of: some names, and perhaps a place in the canonical order.
 *
 * <p>Names compare by code point, as the database compares them.
 */
record Key(List<String> names, @Nullable Position at) implements Comparable<Key> {
  static Key of(String... names) {
    return new Key(List.of(names), null);
  }

  Key at(Position position) {
    return new Key(names, position);
  }

  @Override
  public int compareTo(Key other) {
    int common = Math.min(names.size(), other.names.size());
    for (int i = 0; i < common; i++) {
      int order = compare(names.get(i), other.names.get(i));
      if (order != 0) {
        return order;
      }
    }
    if (names.size() != other.names.size()) {
      return Integer.compare(names.size(), other.names.size());
    }
    if (at == null || other.at == null) {
      return Boolean.compare(at != null, other.at != null);
    }
    return at.compareTo(other.at);
  }

  /** Differs from {@link String#compareTo} beyond the basic plane only. */
  static int compare(String one, String other) {
    int common = Math.min(one.length(), other.length());
    for (int i = 0; i < common; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean beyond = Character.isSurrogate(a);
        return beyond == Character.isSurrogate(b) ? a - b : beyond ? 1 : -1;
      }
    }
    return one.length() - other.length();
  }
}
