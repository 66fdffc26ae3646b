package io.bincard.model.operation;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a count is about.
 *
 * @param lot a lot, empty for an item without lots, null for all lots of the item together
 */
@Json
public record CountedKey(String item, @Nullable String lot) {}
