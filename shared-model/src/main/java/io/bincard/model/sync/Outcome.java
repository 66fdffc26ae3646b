package io.bincard.model.sync;

import io.avaje.jsonb.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an operation: stored for ever, and answered again for a replay.
 *
 * @param code why it was refused or quarantined; null if it was applied
 */
@Json
public record Outcome(long seq, UUID id, Kind kind, @Nullable String code) {
  /** The three ends an operation can have. */
  public enum Kind {
    APPLIED,
    /** Intents only: it was not done and will not be. */
    REFUSED,
    /** It is kept, with its bytes, until somebody decides. */
    QUARANTINED
  }
}
