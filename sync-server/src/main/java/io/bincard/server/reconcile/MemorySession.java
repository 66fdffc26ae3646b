package io.bincard.server.reconcile;

import io.bincard.model.sync.Outcome;
import io.bincard.model.time.CorrectedTime;
import io.bincard.model.time.Place;
import io.bincard.server.work.ClaimSlice;
import io.bincard.server.work.WorkState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One transaction on a {@link MemorySite}. */
final class MemorySession implements Store.Session {
  private final MemorySite site;
  private final UndoLog undo;
  private final String incarnation;
  private final long now;

  MemorySession(MemorySite site, UndoLog undo, String incarnation, long now) {
    this.site = site;
    this.undo = undo;
    this.incarnation = incarnation;
    this.now = now;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public String incarnation() {
    return incarnation;
  }

  @Override
  public JournalHead head(String device) {
    MemorySite.Device known = site.devices.get(device);
    if (known == null) {
      throw new IllegalArgumentException("no device " + device + " at " + site.site);
    }
    return known.head();
  }

  @Override
  public JournalHead ownHead(String device) {
    if (!site.devices.containsKey(device)) {
      JournalHead nothing = new JournalHead(device, 1, 0, "", CorrectedTime.START);
      undo.put(
          site.devices,
          device,
          new MemorySite.Device(MemorySite.Device.Kind.SERVER, false, nothing));
    }
    return head(device);
  }

  @Override
  public JournalEnd end(String device, int epoch) {
    JournalEnd end = JournalEnd.NONE;
    for (Map.Entry<Place, MemorySite.Journaled> each : site.operations.entrySet()) {
      Place place = each.getKey();
      if (place.device().equals(device) && place.epoch() == epoch && place.seq() > end.seq()) {
        end = new JournalEnd(place.seq(), each.getValue().stored().hash());
      }
    }
    return end;
  }

  @Override
  public Map<Long, StoredOperation> operations(String device, int epoch, long fromSeq, long toSeq) {
    Map<Long, StoredOperation> found = new HashMap<>();
    for (long seq = fromSeq; seq <= toSeq; seq++) {
      MemorySite.Journaled known = site.operations.get(new Place(device, epoch, seq));
      if (known != null) {
        found.put(seq, known.stored());
      }
    }
    return found;
  }

  @Override
  public Map<UUID, Outcome> outcomes(Collection<UUID> ids) {
    Map<UUID, Outcome> found = new HashMap<>();
    operations(ids).forEach((id, operation) -> found.put(id, operation.outcome()));
    return found;
  }

  private Map<UUID, StoredOperation> operations(Collection<UUID> ids) {
    Map<UUID, StoredOperation> found = new HashMap<>();
    for (UUID id : ids) {
      MemorySite.Journaled known = journaled(id);
      if (known != null) {
        found.put(id, known.stored());
      }
    }
    return found;
  }

  private MemorySite.@Nullable Journaled journaled(UUID id) {
    Place place = site.placeById.get(id);
    return place == null ? null : site.operations.get(place);
  }

  @Override
  public boolean isOnFork(String device, int epoch, long seq, String hash) {
    return site.forks.getOrDefault(device, new TreeMap<>()).values().stream()
        .anyMatch(fork -> fork.epoch() == epoch && fork.seq() == seq && fork.hash().equals(hash));
  }

  @Override
  public References references(References.Query query) {
    Map<UUID, StoredOperation> targets = operations(query.targets());
    Set<UUID> voided = new HashSet<>(query.arrivals());
    voided.addAll(query.targets());
    voided.retainAll(site.voids.keySet());
    Set<UUID> settled = new HashSet<>(query.targets());
    settled.retainAll(site.settlements.keySet());
    Map<String, List<Meaning>> meanings = new HashMap<>();
    Map<String, List<UnknownScan>> scans = new HashMap<>();
    for (String code : query.codes(targets)) {
      meanings.put(code, List.copyOf(site.meanings.getOrDefault(code, new TreeMap<>()).values()));
      scans.put(code, List.copyOf(site.scans.getOrDefault(code, new TreeMap<>()).values()));
    }
    Set<StoredDiscrepancy.Key> discrepancies = new HashSet<>(query.discrepancies());
    discrepancies.retainAll(site.discrepancies.keySet());
    return new References(targets, voided, settled, meanings, scans, discrepancies);
  }

  @Override
  public Slice load(Closure closure) {
    return new MemorySlice(site, closure).load();
  }

  @Override
  public void apply(Plan plan) {
    new MemoryPlan(site, undo, now).apply(plan);
  }

  @Override
  public ClaimSlice claim(String work, String device, String user) {
    return new MemoryWork(site, undo).claim(work, device, user, now);
  }

  @Override
  public @Nullable WorkState work(String work) {
    return new MemoryWork(site, undo).work(work);
  }

  @Override
  public List<JournalHead> heads() {
    return site.devices.values().stream().map(MemorySite.Device::head).toList();
  }

  @Override
  public SettlingSlice settling() {
    return new MemorySettling(site).load();
  }
}
