package io.bincard.model.sync;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 wants it, media type {@code application/problem+json}.
 *
 * @param type a stable name of the kind of problem, relative to the server
 * @param detail what is wrong and what to do
 * @param field which field of the request; null if none
 * @param line which line of the body, from 1; null if it has no lines
 */
@Json
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String field,
    @Nullable Integer line) {}
