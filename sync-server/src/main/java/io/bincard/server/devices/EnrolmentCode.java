package io.bincard.server.devices;

import io.avaje.jsonb.Json;

/**
 * Lets one handheld in, once.
 *
 * @param expires microseconds since 1970-01-01T00:00Z
 */
@Json
public record EnrolmentCode(String code, long expires) {}
