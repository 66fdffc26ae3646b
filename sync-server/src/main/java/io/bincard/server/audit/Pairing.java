package io.bincard.server.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks through what was folded and what a table says, both in the order of the same key, and
 * brings together what has the same key. One side or the other may be empty, never both.
 */
@FunctionalInterface
interface Pairing<E, F> {
  void at(Key key, List<E> expected, List<F> found);

  static <E, F> void walk(Lookahead<E> expected, Lookahead<F> found, Pairing<E, F> pairing) {
    for (Key key = earlier(expected.key(), found.key());
        key != null;
        key = earlier(expected.key(), found.key())) {
      pairing.at(key, expected.take(key), found.take(key));
    }
  }

  private static @Nullable Key earlier(@Nullable Key one, @Nullable Key other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }
}
