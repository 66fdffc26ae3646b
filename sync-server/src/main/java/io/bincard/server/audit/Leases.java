package io.bincard.server.audit;

import io.bincard.model.operation.ServerRecord.LeaseGranted;
import io.bincard.server.audit.Difference.Kind;
import io.bincard.server.db.Cursor;
import java.util.List;

/**
 * Compares who holds which work with what was granted. Whether work was done when it was given back
 * is not compared: that was decided once, by what was known then.
 */
final class Leases {
  private Leases() {}

  static void compare(
      PostgresBooks books, String site, WorkingPapers papers, Differences.Of differences) {
    try (Cursor<Found.Work> rows = books.work(site)) {
      Pairing.walk(
          papers.leases.sorted(LeaseEvent::byWork),
          new Lookahead<>(rows, Found.Work::key),
          (work, events, found) ->
              differences.compare(
                  Kind.WORK,
                  "work " + work.names().get(0),
                  held(events),
                  found.isEmpty() ? "no such work" : shown(found.get(0))));
    }
  }

  private static String held(List<LeaseEvent> events) {
    LeaseGranted holder = null;
    long fence = 0;
    for (LeaseEvent event : events) {
      if (event.granted() != null) {
        holder = event.granted();
        fence = holder.fence();
      } else if (holder != null && holder.device().equals(event.device())) {
        holder = null;
      }
    }
    return holder == null
        ? shown("", "", fence, 0)
        : shown(holder.device(), holder.user(), fence, holder.expires());
  }

  private static String shown(Found.Work row) {
    return shown(row.device(), row.person(), row.fence(), row.expires());
  }

  private static String shown(String device, String person, long fence, long expires) {
    return device.isEmpty()
        ? "held by nobody, fence " + fence
        : "held by %s with %s until %d, fence %d".formatted(person, device, expires, fence);
  }
}
