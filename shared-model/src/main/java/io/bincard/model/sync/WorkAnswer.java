package io.bincard.model.sync;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link WorkRequest}.
 *
 * @param code why it was refused; null if it was not
 * @param fence of the lease; 0 if there is none
 * @param expires microseconds since 1970-01-01T00:00Z; 0 if there is no lease
 */
@Json
public record WorkAnswer(Outcome.Kind kind, @Nullable String code, long fence, long expires) {}
