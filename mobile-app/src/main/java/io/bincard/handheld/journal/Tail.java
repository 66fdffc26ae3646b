package io.bincard.handheld.journal;

import io.bincard.model.operation.Operation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The last operations of each epoch, held in memory because they are looked at with every scan. */
final class Tail {
  private final JournalStore store;
  private final Map<Integer, NavigableMap<Long, Operation>> byEpoch = new HashMap<>();

  Tail(JournalStore store) {
    this.store = store;
  }

  void add(Operation operation) {
    of(operation.epoch()).put(operation.seq(), operation);
  }

  void clear() {
    byEpoch.clear();
  }

  /** The operations of an epoch from a sequence number on; those before are forgotten here. */
  Collection<Operation> from(Extent extent, long from) {
    NavigableMap<Long, Operation> held = of(extent.epoch());
    held.headMap(from).clear();
    long heldFrom = held.isEmpty() ? extent.last() + 1 : held.firstKey();
    if (from < heldFrom) {
      int missing = Math.toIntExact(heldFrom - from);
      store
          .lines(extent.epoch(), from, missing)
          .forEach(line -> held.put(line.seq(), line.read().operation()));
    }
    return List.copyOf(held.values());
  }

  private NavigableMap<Long, Operation> of(int epoch) {
    return byEpoch.computeIfAbsent(epoch, unused -> new TreeMap<>());
  }
}
