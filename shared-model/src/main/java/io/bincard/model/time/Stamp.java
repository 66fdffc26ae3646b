package io.bincard.model.time;

import org.jspecify.annotations.Nullable;

/**
 * What a device's own clocks said when it recorded an operation.
 *
 * @param wall the clock on the wall, microseconds since 1970-01-01T00:00Z; may be wrong by years
 * @param anchor the anchor that this very operation records, if it is a TimeAnchored
 */
public record Stamp(String run, long monotonic, long wall, @Nullable Anchor anchor) {}
