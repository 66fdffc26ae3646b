package io.bincard.handheld.sync;

import org.jspecify.annotations.Nullable;

/**
 * How a wait for the server ended.
 *
 * @param problem what went wrong; null if all is sent and fetched
 */
public record SyncResult(@Nullable Failure problem) {
  public boolean isComplete() {
    return problem == null;
  }
}
