package io.bincard.server.reconcile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes to collections and can take it all back. Not safe for use by several threads. */
final class UndoLog {
  private final Deque<Runnable> steps = new ArrayDeque<>();

  <K, V> void put(Map<K, V> map, K key, V value) {
    V before = map.put(key, value);
    steps.push(() -> restore(map, key, before));
  }

  <K, V> void remove(Map<K, V> map, K key) {
    V before = map.remove(key);
    steps.push(() -> restore(map, key, before));
  }

  <V> void add(List<V> list, V value) {
    list.add(value);
    steps.push(() -> list.remove(list.size() - 1));
  }

  /** Everything is as it was before the first write. */
  void takeBack() {
    while (!steps.isEmpty()) {
      steps.pop().run();
    }
  }

  private static <K, V> void restore(Map<K, V> map, K key, @Nullable V value) {
    if (value == null) {
      map.remove(key);
    } else {
      map.put(key, value);
    }
  }
}
