package io.bincard.model.sync;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Rows that changed. Together with the pages before it that said {@code more}, a page makes the
 * rows of a device those of one state of the server; before, they are those of none
 * (docs/protocol.md, "Pull").
 *
 * @param cursor where the next pull continues; opaque
 * @param more whether there are rows that belong to these, to be had at once
 */
@Json
public record PullPage(String incarnation, String cursor, boolean more, List<Row> rows) {
  public PullPage {
    rows = List.copyOf(rows);
  }
}
