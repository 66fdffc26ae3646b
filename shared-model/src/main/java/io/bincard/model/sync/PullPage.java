package io.bincard.model.sync;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Rows that changed, in whole transactions of the server.
 *
 * @param cursor where the next pull continues; opaque
 * @param more whether there is more to be had at once
 */
@Json
public record PullPage(String incarnation, String cursor, boolean more, List<Row> rows) {
  public PullPage {
    rows = List.copyOf(rows);
  }
}
