package io.bincard.server.imports;

import io.avaje.jsonb.Json;

/**
 * The fate of one row.
 *
 * @param line of the file, from 1
 * @param subject what the row is about; empty if it does not say
 * @param field the column that is wrong; empty unless there is one
 * @param message what is wrong and what to do, or what changes; may be empty
 */
@Json
public record Verdict(int line, Fate fate, String subject, String field, String message) {}
