package io.bincard.server.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the arriving operations refer to, read before it is known which state they touch.
 *
 * @param targets stored operations that arrivals void, decide about or settle
 * @param voided the arrivals and targets that an earlier operation made void
 * @param settled the targets that are settled counts
 * @param meanings of the barcodes that arrivals could not resolve, or assign
 * @param scans the stored unknown scans of barcodes that arrivals assign, or are void
 */
public record References(
    Map<UUID, StoredOperation> targets,
    Set<UUID> voided,
    Set<UUID> settled,
    Map<String, List<Meaning>> meanings,
    Map<String, List<UnknownScan>> scans) {
  public References {
    targets = Map.copyOf(targets);
    voided = Set.copyOf(voided);
    settled = Set.copyOf(settled);
    meanings = Map.copyOf(meanings);
    scans = Map.copyOf(scans);
  }

  /** What to read: the ids and barcodes the arrivals name. */
  public record Query(Set<UUID> arrivals, Set<UUID> targets, Set<String> codes) {
    public Query {
      arrivals = Set.copyOf(arrivals);
      targets = Set.copyOf(targets);
      codes = Set.copyOf(codes);
    }
  }
}
