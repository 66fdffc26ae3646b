package io.bincard.server.reconcile;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Clocks;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Operation;
import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.PushAnswer;
import io.bincard.model.sync.PushHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A handheld reduced to its journal, for tests that decide what it does and when it pushes. */
final class TestDevice {
  private final String site;
  private final String device;
  private final String user;
  private final int epoch;
  private final List<IncomingLine> journal = new ArrayList<>();
  private String hash = "";

  TestDevice(String site, String device, String user, int epoch) {
    this.site = site;
    this.device = device;
    this.user = user;
    this.epoch = epoch;
  }

  /** The same device after it lost its journal. */
  TestDevice restored() {
    return new TestDevice(site, device, user, epoch + 1);
  }

  String device() {
    return device;
  }

  /** Journals something at a moment, by clocks that are right. */
  UUID at(long t, Body body) {
    return write(new Clocks("run", t, t), body);
  }

  UUID anchored(long t) {
    return anchored(t, 0);
  }

  UUID anchored(long t, long uncertainty) {
    return at(t, new Fact.TimeAnchored(t, t, uncertainty));
  }

  private UUID write(Clocks clocks, Body body) {
    UUID id = UUID.randomUUID();
    Operation operation =
        new Operation(
            id,
            site,
            device,
            epoch,
            journal.size() + 1,
            hash,
            user,
            clocks,
            "",
            "test",
            1,
            null,
            body);
    JournalLine line = JournalLine.write(operation);
    hash = line.hash();
    journal.add(IncomingLine.of(line));
    return id;
  }

  List<UUID> ids() {
    return journal.stream().map(line -> line.header().id()).toList();
  }

  List<IncomingLine> journal() {
    return journal;
  }

  PushAnswer pushAll(Reconciler reconciler) {
    return push(reconciler, 0, journal.size());
  }

  PushAnswer push(Reconciler reconciler, int from, int to) {
    return reconciler.push(
        site, device, new PushHeader(device, epoch, null), List.copyOf(journal.subList(from, to)));
  }
}
