package io.bincard.model.operation;

import io.avaje.jsonb.Json;

/**
 * What the device's clocks showed.
 *
 * @param run one uninterrupted life of the steady clock
 * @param monotonic the steady clock, microseconds since some moment of that run
 * @param wall the clock on the wall, microseconds since 1970-01-01T00:00Z; may be wrong by years
 */
@Json
public record Clocks(String run, long monotonic, long wall) {}
