package io.bincard.server.audit;

import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.UnreadableException;
import io.bincard.model.time.Anchor;
import io.bincard.model.time.Position;
import io.bincard.server.audit.Difference.Kind;
import io.bincard.server.db.Cursor;
import io.bincard.server.reconcile.IncomingLine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the journals of a site: checks every line, and takes down what was applied. */
final class Journals {
  private final PostgresBooks books;
  private final String site;
  private final Transcript transcript;
  private final Differences.Of differences;
  private final Map<String, Found.Device> devices;

  Journals(PostgresBooks books, String site, WorkingPapers papers, Differences.Of differences) {
    this.books = books;
    this.site = site;
    this.transcript = new Transcript(papers);
    this.differences = differences;
    this.devices = new TreeMap<>(books.devices(site));
  }

  /** Reads them all. */
  void read(Progress progress) {
    Set<String> withJournal = new HashSet<>();
    try (Cursor<Found.Operation> operations = books.operations(site);
        Cursor<Found.AnchorLine> anchorLines = books.anchors(site)) {
      Lookahead<Found.Operation> rows = new Lookahead<>(operations, Journals::place);
      Lookahead<Found.AnchorLine> anchors = new Lookahead<>(anchorLines, Journals::place);
      for (Found.Operation first = rows.peek(); first != null; first = rows.peek()) {
        withJournal.add(first.device());
        read(first.device(), rows, anchors, progress);
      }
    }
    devices.values().stream()
        .filter(device -> !withJournal.contains(device.device()))
        .forEach(device -> new Chain(site, device.device(), differences).end(device));
    try (Cursor<String> places = books.repeatingNothing(site)) {
      places.forEachRemaining(
          place ->
              differences.add(
                  Kind.JOURNAL,
                  "operation " + place + ", column repeated",
                  "false, as no other operation has its id",
                  "true"));
    }
  }

  private void read(
      String device,
      Lookahead<Found.Operation> rows,
      Lookahead<Found.AnchorLine> anchors,
      Progress progress) {
    Found.Device head = devices.get(device);
    Chain chain = new Chain(site, device, differences);
    Clock clock = new Clock(device, head != null && head.ownClock(), differences);
    Found.Operation last = null;
    for (Found.Operation row = rows.peek();
        row != null && row.device().equals(device);
        row = rows.peek()) {
      if (last != null && !clock.isOfThisPush(row)) {
        clock.endOfPush(anchorAfter(last, anchors));
      }
      IncomingLine line = read(row);
      boolean sound = chain.next(row, line);
      clock.next(row, line, sound);
      if (row.isApplied() && !row.repeated() && line != null && line.operation() != null) {
        transcript.take(row, line.operation());
      }
      progress.step();
      last = row;
      rows.step();
    }
    if (last != null) {
      clock.endOfPush(anchorAfter(last, anchors));
    }
    if (chain.end(head) && head != null) {
      clock.end(head);
    }
  }

  private static @Nullable IncomingLine read(Found.Operation row) {
    try {
      return IncomingLine.read(row.line());
    } catch (UnreadableException edited) {
      return null; // nothing without a header is ever taken in
    }
  }

  private static @Nullable Anchor anchorAfter(
      Found.Operation last, Lookahead<Found.AnchorLine> anchors) {
    Key here = place(last);
    Found.AnchorLine next = anchors.peek();
    while (next != null && place(next).compareTo(here) <= 0) {
      anchors.step();
      next = anchors.peek();
    }
    return next != null && next.device().equals(last.device()) ? anchor(next) : null;
  }

  private static @Nullable Anchor anchor(Found.AnchorLine row) {
    try {
      return Clock.anchor(JournalLine.read(row.line()).operation(), Long.MAX_VALUE);
    } catch (UnreadableException edited) {
      return null;
    }
  }

  private static Key place(Found.Operation row) {
    return place(row.device(), row.epoch(), row.seq());
  }

  private static Key place(Found.AnchorLine row) {
    return place(row.device(), row.epoch(), row.seq());
  }

  private static Key place(String device, int epoch, long seq) {
    return new Key(List.of(device), new Position(0, device, epoch, seq, 0));
  }
}
