package io.bincard.handheld.journal;

import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another store, of which a test changes what it needs. */
public class ForwardingStore implements JournalStore {
  private final JournalStore store;

  public ForwardingStore(JournalStore store) {
    this.store = store;
  }

  @Override
  public Optional<Identity> identity() {
    return store.identity();
  }

  @Override
  public void identify(Identity identity) {
    store.identify(identity);
  }

  @Override
  public void append(JournalLine line) {
    store.append(line);
  }

  @Override
  public void openEpoch(int epoch, @Nullable JournalLine first) {
    store.openEpoch(epoch, first);
  }

  @Override
  public List<Extent> extents() {
    return store.extents();
  }

  @Override
  public List<StoredLine> lines(int epoch, long from, int limit) {
    return store.lines(epoch, from, limit);
  }

  @Override
  public Optional<StoredLine> line(UUID id) {
    return store.line(id);
  }

  @Override
  public Optional<StoredLine> lastScanned() {
    return store.lastScanned();
  }

  @Override
  public Optional<StoredLine> firstOfType(String type, int epoch, long from) {
    return store.firstOfType(type, epoch, from);
  }

  @Override
  public List<StoredLine> lastOfTypes(Set<String> types, int limit) {
    return store.lastOfTypes(types, limit);
  }

  @Override
  public void acknowledge(Acknowledgement acknowledgement) {
    store.acknowledge(acknowledgement);
  }

  @Override
  public Optional<Outcome> outcome(UUID id) {
    return store.outcome(id);
  }

  @Override
  public List<Outcome> notApplied() {
    return store.notApplied();
  }

  @Override
  public void close() {
    store.close();
  }
}
