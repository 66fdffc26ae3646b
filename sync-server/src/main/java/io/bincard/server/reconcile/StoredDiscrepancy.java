package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.DiscrepancyCode;
import io.bincard.model.operation.Decision;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A discrepancy as it is known.
 *
 * @param scope the subjects that are looked at again together
 * @param holds it still does not add up; it is open if nobody accepted this very evidence
 * @param accepted the fingerprints that decisions named
 * @param opened microseconds since 1970-01-01T00:00Z
 */
public record StoredDiscrepancy(
    DiscrepancyCode code,
    String subject,
    String scope,
    boolean holds,
    String fingerprint,
    Set<String> accepted,
    String summary,
    List<UUID> evidence,
    long opened) {
  public StoredDiscrepancy {
    accepted = Set.copyOf(accepted);
    evidence = List.copyOf(evidence);
  }

  /** What names it within a site. */
  public record Key(DiscrepancyCode code, String subject) {
    /** What a decision is about; null if there is no such code. */
    static @Nullable Key of(Decision.Accepted accepted) {
      for (DiscrepancyCode code : DiscrepancyCode.values()) {
        if (code.name().equals(accepted.code())) {
          return new Key(code, accepted.subject());
        }
      }
      return null;
    }
  }

  public Key key() {
    return new Key(code, subject);
  }

  public boolean isOpen() {
    return holds && !accepted.contains(fingerprint);
  }

  StoredDiscrepancy accepting(Set<String> fingerprints) {
    return new StoredDiscrepancy(
        code, subject, scope, holds, fingerprint, fingerprints, summary, evidence, opened);
  }

  StoredDiscrepancy gone() {
    return new StoredDiscrepancy(
        code, subject, scope, false, fingerprint, accepted, summary, evidence, opened);
  }
}
