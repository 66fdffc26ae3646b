package io.bincard.server.imports;

import io.avaje.jsonb.Json;

/**
 * Something wrong in a file.
 *
 * @param line of the file, from 1; that of the header where a column is the matter
 * @param field the column; empty if it is the line as a whole
 * @param message what is wrong and what to do
 */
@Json
public record Finding(int line, String field, String message) {}
