package io.bincard.server.reconcile;

import io.bincard.model.operation.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the arriving operations refer to, read before it is known which state they touch.
 *
 * @param targets stored operations that arrivals void, decide about or settle
 * @param voided the arrivals and targets that an earlier operation made void
 * @param settled the targets that are settled counts
 * @param meanings of the barcodes that arrivals could not resolve, or assign
 * @param scans the stored unknown scans of barcodes that arrivals assign, or are void
 * @param discrepancies those that arrivals decide about and that have ever been open
 */
public record References(
    Map<UUID, StoredOperation> targets,
    Set<UUID> voided,
    Set<UUID> settled,
    Map<String, List<Meaning>> meanings,
    Map<String, List<UnknownScan>> scans,
    Set<StoredDiscrepancy.Key> discrepancies) {
  public References {
    targets = Map.copyOf(targets);
    voided = Set.copyOf(voided);
    settled = Set.copyOf(settled);
    meanings = Map.copyOf(meanings);
    scans = Map.copyOf(scans);
    discrepancies = Set.copyOf(discrepancies);
  }

  boolean knows(StoredDiscrepancy.@Nullable Key discrepancy) {
    return discrepancy != null && discrepancies.contains(discrepancy);
  }

  /** What to read: the ids, barcodes and discrepancies the arrivals name. */
  public record Query(
      Set<UUID> arrivals,
      Set<UUID> targets,
      Set<String> codes,
      Set<StoredDiscrepancy.Key> discrepancies) {
    public Query {
      arrivals = Set.copyOf(arrivals);
      targets = Set.copyOf(targets);
      codes = Set.copyOf(codes);
      discrepancies = Set.copyOf(discrepancies);
    }

    /** The barcodes named, also by way of a target. */
    Set<String> codes(Map<UUID, StoredOperation> targets) {
      Set<String> all = new HashSet<>(codes);
      for (StoredOperation target : targets.values()) {
        if (target.operation() != null
            && target.operation().body() instanceof Fact.ScannedUnknown scan) {
          all.add(scan.code());
        }
      }
      return all;
    }
  }
}
