package io.bincard.server.push;

import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.PushHeader;
import io.bincard.server.reconcile.Entry;
import io.bincard.server.reconcile.IncomingLine;
import io.bincard.server.reconcile.Reconciler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what comes through the door, for tests of what lies before it. */
public final class KeepingReconciler implements Reconciler {
  /** All lines of all pushes. */
  public final List<IncomingLine> taken = new CopyOnWriteArrayList<>();

  @Override
  public PushAnswer push(String site, String device, PushHeader header, List<IncomingLine> lines) {
    taken.addAll(lines);
    List<Outcome> outcomes =
        lines.stream()
            .map(
                line ->
                    new Outcome(
                        line.header().seq(), line.header().id(), Outcome.Kind.APPLIED, null))
            .toList();
    return new PushAnswer("test", taken.size(), "", null, outcomes);
  }

  @Override
  public List<Outcome> record(String site, List<Entry> entries) {
    throw new UnsupportedOperationException("not what is tested here");
  }
}
