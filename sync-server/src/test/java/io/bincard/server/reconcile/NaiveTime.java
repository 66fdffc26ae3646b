package io.bincard.server.reconcile;

import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Fact;
import java.util.ArrayList;
import java.util.List;

/**
 * Corrected time of a whole journal, read from docs/architecture.md, "Time", with all of it known.
 */
final class NaiveTime {
  private NaiveTime() {}

  static List<Long> of(List<World.Deed> journal) {
    List<Long> times = new ArrayList<>();
    long last = Long.MIN_VALUE;
    for (int i = 0; i < journal.size(); i++) {
      World.Deed before = anchor(journal, i, -1);
      World.Deed after = anchor(journal, i, 1);
      Clocks clocks = journal.get(i).clocks();
      long t = clocks.wall();
      if (after != null && after.clocks().run().equals(clocks.run())) {
        t = said(after).serverTime() - said(after).monotonic() + clocks.monotonic();
      } else if (before != null && before.clocks().run().equals(clocks.run())) {
        t = said(before).serverTime() - said(before).monotonic() + clocks.monotonic();
      }
      t = after == null ? t : Math.min(t, said(after).serverTime());
      t = before == null ? t : Math.max(t, said(before).serverTime());
      last = Math.max(last, t);
      times.add(last);
    }
    return times;
  }

  private static World.Deed anchor(List<World.Deed> journal, int from, int step) {
    for (int i = from; i >= 0 && i < journal.size(); i += step) {
      if (journal.get(i).isAnchor()) {
        return journal.get(i);
      }
    }
    return null;
  }

  private static Fact.TimeAnchored said(World.Deed anchor) {
    return (Fact.TimeAnchored) anchor.body();
  }
}
