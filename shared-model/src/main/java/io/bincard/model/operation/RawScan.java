package io.bincard.model.operation;

import io.avaje.jsonb.Json;

/**
 * A scan as the scanner gave it, kept as evidence.
 *
 * @param data with its separators, before any parsing
 * @param symbology the name of a {@code Symbology}
 */
@Json
public record RawScan(String data, String symbology) {}
