package io.bincard.handheld.sync;

import io.bincard.handheld.journal.Batch;
import io.bincard.handheld.journal.Extent;
import io.bincard.handheld.journal.StoredLine;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PushAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a push answer means.
 *
 * @param through the server has answered for everything up to here
 * @param outcomes to be kept
 * @param forward whether that is further than before
 * @param divergence set if the server has another story of this epoch
 */
record PushReading(
    long through, List<Outcome> outcomes, boolean forward, @Nullable Divergence divergence) {

  /**
   * Reads an answer.
   *
   * @param extent of the batch's epoch, now
   * @return empty if the answer is not a documented one
   */
  static Optional<PushReading> of(Batch batch, Extent extent, PushAnswer answer) {
    Long sendFrom = answer.sendFrom();
    return sendFrom == null ? taken(batch, extent, answer) : gap(batch, extent, sendFrom);
  }

  private static Optional<PushReading> gap(Batch batch, Extent extent, long sendFrom) {
    if (sendFrom < 1) {
      return Optional.empty();
    }
    long through = Math.min(sendFrom - 1, extent.last());
    Divergence divergence =
        sendFrom - 1 > extent.last()
            ? Divergence.lost(extent.epoch(), extent.last() + 1, sendFrom - 1)
            : null;
    return Optional.of(new PushReading(through, List.of(), through >= batch.first(), divergence));
  }

  private static Optional<PushReading> taken(Batch batch, Extent extent, PushAnswer answer) {
    Map<Long, Outcome> bySeq = new HashMap<>();
    answer.outcomes().forEach(outcome -> bySeq.put(outcome.seq(), outcome));
    long firstForked = 0;
    for (StoredLine line : batch.lines()) {
      Outcome outcome = bySeq.get(line.seq());
      if (outcome == null || !outcome.id().equals(line.id())) {
        return Optional.empty();
      }
      if (firstForked == 0 && Divergence.FORKED.equals(outcome.code())) {
        firstForked = line.seq();
      }
    }
    long applied = answer.appliedThrough();
    if (applied < 0) {
      return Optional.empty();
    }
    // What is forked is kept by the server apart from what it applied.
    long through = firstForked == 0 ? Math.min(applied, batch.last()) : batch.last();
    List<Outcome> kept =
        batch.lines().stream().map(line -> bySeq.get(line.seq())).map(Outcome.class::cast).toList();
    return Optional.of(
        new PushReading(
            through, kept, through >= batch.first(), divergence(extent, firstForked, applied)));
  }

  private static @Nullable Divergence divergence(Extent extent, long firstForked, long applied) {
    if (applied > extent.last()) {
      long from = firstForked == 0 ? extent.last() + 1 : firstForked;
      return Divergence.lost(extent.epoch(), from, applied);
    }
    return firstForked == 0 ? null : new Divergence(extent.epoch(), null);
  }
}
