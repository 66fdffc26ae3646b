package io.bincard.model.sync;

import io.avaje.jsonb.Json;

/**
 * The time by which everything is put in order: the database's.
 *
 * @param serverTime microseconds since 1970-01-01T00:00Z
 */
@Json
public record ServerTime(long serverTime) {}
