package io.bincard.model.sync;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server did with a push.
 *
 * @param incarnation of the server's data; another one means that it was restored from a backup
 * @param appliedThrough the last sequence number of this epoch that the server holds; 0 for none
 * @param headHash the hash of that operation; empty for none
 * @param sendFrom set if there was a gap and nothing was taken: the sequence number to go on with
 */
@Json
public record PushAnswer(
    String incarnation,
    long appliedThrough,
    String headHash,
    @Nullable Long sendFrom,
    List<Outcome> outcomes) {
  public PushAnswer {
    outcomes = List.copyOf(outcomes);
  }
}
