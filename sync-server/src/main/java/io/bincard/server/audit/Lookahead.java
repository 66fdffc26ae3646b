package io.bincard.server.audit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A sequence in the order of a key, with a view of what comes next. */
final class Lookahead<T> {
  private final Iterator<T> rest;
  private final Function<T, Key> keyOf;
  private @Nullable T next;

  Lookahead(Iterator<T> sequence, Function<T, Key> keyOf) {
    this.rest = sequence;
    this.keyOf = keyOf;
    this.next = rest.hasNext() ? rest.next() : null;
  }

  /** Passes over what comes next. */
  void step() {
    next = rest.hasNext() ? rest.next() : null;
  }

  /** What comes next; null at the end. */
  @Nullable T peek() {
    return next;
  }

  /** The key of what comes next; null at the end. */
  @Nullable Key key() {
    return next == null ? null : keyOf.apply(next);
  }

  /** Takes all that comes next under this key: usually one. */
  List<T> take(Key key) {
    List<T> taken = new ArrayList<>(1);
    while (next != null && key.equals(keyOf.apply(next))) {
      taken.add(next);
      step();
    }
    return taken;
  }

  /** Passes over what lies before a key, and takes all that is under it. */
  List<T> takeAt(Key key) {
    while (next != null && keyOf.apply(next).compareTo(key) < 0) {
      step();
    }
    return take(key);
  }
}
