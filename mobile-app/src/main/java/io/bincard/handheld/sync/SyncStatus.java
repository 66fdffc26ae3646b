package io.bincard.handheld.sync;

import org.jspecify.annotations.Nullable;

/**
 * What the person who holds the device should know.
 *
 * @param unsent operations that the server has not answered for
 * @param sending whether they are on their way
 * @param problem what does not work at present; null if all does
 */
public record SyncStatus(long unsent, boolean sending, @Nullable Failure problem) {}
