package io.bincard.server.audit;

import io.bincard.server.audit.Difference.Kind;
import io.bincard.server.db.Cursor;

/** Compares the cartons that are closed, and those that left, with what people did. */
final class Cartons {
  private Cartons() {}

  static void compare(
      PostgresBooks books, String site, WorkingPapers papers, Differences.Of differences) {
    try (Cursor<Found.Carton> rows = books.cartons(site)) {
      Pairing.walk(
          papers.cartons.sorted(),
          new Lookahead<>(rows, Found.Carton::key),
          (key, closed, found) ->
              differences.compare(
                  Kind.CARTON,
                  "carton %s, closed by operation %s"
                      .formatted(key.names().get(0), key.names().get(1)),
                  closed.isEmpty() ? "not closed" : "for order " + closed.get(0).order(),
                  found.isEmpty() ? "not closed" : "for order " + found.get(0).order()));
    }
    try (Cursor<Found.Carton> rows = books.departures(site)) {
      Pairing.walk(
          papers.departures.sorted(),
          new Lookahead<>(rows, Found.Carton::keyByOrder),
          (key, left, found) ->
              differences.compare(
                  Kind.CARTON,
                  "carton %s of order %s, sent off by operation %s"
                      .formatted(key.names().get(1), key.names().get(0), key.names().get(2)),
                  left.isEmpty() ? "still here" : "gone",
                  found.isEmpty() ? "still here" : "gone"));
    }
  }
}
