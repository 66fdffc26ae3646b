package io.bincard.server.reconcile;

import io.bincard.model.operation.Effect;
import io.bincard.model.time.Position;
import java.util.UUID;

/**
 * An effect that begins or ceases to count.
 *
 * @param undone it ceases to count, because its operation was made void
 */
record Change(
    Effect effect, Position at, UUID operation, String device, String user, boolean undone) {}
