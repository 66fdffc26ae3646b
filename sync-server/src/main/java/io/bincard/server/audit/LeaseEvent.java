package io.bincard.server.audit;

import io.avaje.jsonb.Json;
import io.bincard.model.operation.ServerRecord.LeaseGranted;
import io.bincard.model.time.Position;
import org.jspecify.annotations.Nullable;

/**
 * A device got work, or has it no more.
 *
 * @param granted null if it has it no more
 */
@Json
record LeaseEvent(String work, Position at, String device, @Nullable LeaseGranted granted) {
  Key byWork() {
    return Key.of(work);
  }
}
