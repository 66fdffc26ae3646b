package io.bincard.model.time;

/** An operation by its place in the journal of its device: unique per site, fork branches apart. */
public record Place(String device, int epoch, long seq) {
  /** Whether a journal that was known up to that epoch and sequence number contains this. */
  public boolean isWithin(int knownEpoch, long knownSeq) {
    return epoch < knownEpoch || (epoch == knownEpoch && seq <= knownSeq);
  }
}
