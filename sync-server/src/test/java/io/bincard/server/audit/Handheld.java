package io.bincard.server.audit;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.PushHeader;
import io.bincard.model.sync.UnreadableException;
import io.bincard.server.reconcile.IncomingLine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A journal with clocks of its own, pushed piece by piece. */
final class Handheld {
  private final AuditedSite site;
  private final String device;
  private final String user;
  private List<IncomingLine> journal = new ArrayList<>();
  private int epoch = 1;
  private int pushed;
  private String run = "run";
  private long wallAhead;

  Handheld(AuditedSite site, String device, String user) {
    this.site = site;
    this.device = device;
    this.user = user;
  }

  /** Journals something at a moment, by a steady clock that is right. */
  UUID at(long t, Body body) {
    return at(site.id(), t, body);
  }

  UUID at(UUID id, long t, Body body) {
    String last = journal.isEmpty() ? "" : journal.get(journal.size() - 1).hash();
    Operation operation =
        new Operation(
            id,
            AuditedSite.NORTH,
            device,
            epoch,
            journal.size() + 1,
            last,
            user,
            new Clocks(run, t, t + wallAhead),
            "",
            "test",
            1,
            null,
            body);
    write(JournalLine.write(operation).text());
    return id;
  }

  /** Journals any text. */
  void write(String text) {
    try {
      journal.add(IncomingLine.read(text));
    } catch (UnreadableException noHeader) {
      throw new AssertionError(noHeader);
    }
  }

  String lastText() {
    return journal.get(journal.size() - 1).text();
  }

  UUID anchored(long t) {
    return at(t, new Fact.TimeAnchored(t, t, 5));
  }

  /** The battery was out: another run of the steady clock, and a wall clock that may be wrong. */
  void restart(String otherRun, long ahead) {
    run = otherRun;
    wallAhead = ahead;
  }

  void nextEpoch() {
    epoch++;
    journal = new ArrayList<>();
    pushed = 0;
  }

  int size() {
    return journal.size();
  }

  PushAnswer push() {
    return push(journal.size());
  }

  /** Pushes up to a line, and names the first anchor behind it as handhelds do. */
  PushAnswer push(int through) {
    PushAnswer answer = push(pushed, through, anchorAfter(through));
    pushed = Math.max(pushed, through);
    return answer;
  }

  PushAnswer push(int from, int through, PushHeader.AnchorAhead ahead) {
    return site.reconciler.push(
        AuditedSite.NORTH,
        device,
        new PushHeader(device, epoch, ahead),
        List.copyOf(journal.subList(from, through)));
  }

  private PushHeader.AnchorAhead anchorAfter(int through) {
    for (IncomingLine line : journal.subList(Math.max(0, through - 1), journal.size())) {
      if (line.operation() != null && line.operation().body() instanceof Fact.TimeAnchored a) {
        return new PushHeader.AnchorAhead(
            line.header().clocks().run(), a.monotonic(), a.serverTime(), a.uncertainty());
      }
    }
    return null;
  }

  /** Another device with the same past: a restored backup. */
  Handheld twin() {
    Handheld twin = new Handheld(site, device, user);
    twin.journal.addAll(journal);
    twin.epoch = epoch;
    twin.pushed = pushed;
    return twin;
  }
}
