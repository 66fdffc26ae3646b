package io.bincard.server.audit;

import io.bincard.model.operation.ServerRecord.CountSettled;
import io.bincard.model.stock.Ruling;
import io.bincard.server.audit.Difference.Kind;
import io.bincard.server.db.Cursor;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings verdicts to what they are about. What is void goes no further; counts learn what was
 * decided about them last, and how they were settled.
 */
final class Verdicts {
  private final PostgresBooks books;
  private final String site;
  private final WorkingPapers papers;
  private final Differences.Of differences;

  Verdicts(PostgresBooks books, String site, WorkingPapers papers, Differences.Of differences) {
    this.books = books;
    this.site = site;
    this.papers = papers;
    this.differences = differences;
  }

  void bring(Progress progress) {
    try (Cursor<Found.Voided> rows = books.voids(site)) {
      Pairing.walk(
          papers.notes.sorted(),
          new Lookahead<>(rows, Found.Voided::key),
          (operation, notes, found) -> {
            boolean isVoid = isVoid(notes);
            compareVoid(operation, isVoid ? voiders(notes) : List.of(), found);
            if (!isVoid) {
              Notes.Verdict verdict = new Notes.Verdict(decision(notes), settled(notes));
              notes.forEach(note -> pass(note, verdict));
            }
            progress.step();
          });
    }
    compareSettlements();
  }

  /** A settled count cannot be made void any more. */
  private static boolean isVoid(List<Notes.Note> notes) {
    return !voiders(notes).isEmpty() && settled(notes) == null;
  }

  private static List<UUID> voiders(List<Notes.Note> notes) {
    return of(Notes.Voiding.class, notes).map(Notes.Voiding::by).toList();
  }

  private static @Nullable CountSettled settled(List<Notes.Note> notes) {
    return of(Notes.Settled.class, notes)
        .min(Comparator.comparing(Notes.Settled::at))
        .map(Notes.Settled::record)
        .orElse(null);
  }

  /** The last decision wins. */
  private static Ruling.Decision decision(List<Notes.Note> notes) {
    return of(Notes.Decided.class, notes)
        .max(Comparator.comparing(Notes.Decided::at))
        .map(Notes.Decided::decision)
        .orElse(Ruling.Decision.NONE);
  }

  private static <N extends Notes.Note> Stream<N> of(Class<N> type, List<Notes.Note> notes) {
    return notes.stream().filter(type::isInstance).map(type::cast);
  }

  private void pass(Notes.Note note, Notes.Verdict verdict) {
    switch (note) {
      case Notes.Side side -> papers.move(side);
      case Notes.Said said -> papers.onCards.add(said.with(verdict.orElse(said.verdict())));
      case Notes.SaidOfAll said -> papers.onAccounts.add(said.with(verdict));
      case Notes.Step step -> papers.orders.add(stepped(step));
      case Notes.Left left -> {
        papers.departures.add(left);
        papers.orders.add(new OrderEvents.Departed(left.order(), left.at()));
      }
      case Notes.Scan scan -> papers.scans.add(scan);
      case Notes.Closed closed -> papers.cartons.add(closed);
      case Notes.Voiding voiding -> {}
      case Notes.Decided decided -> {}
      case Notes.Settled settled -> {}
    }
  }

  private static OrderEvents.Stepped stepped(Notes.Step step) {
    return new OrderEvents.Stepped(
        step.line().order(),
        step.at(),
        step.line().line(),
        step.operation(),
        step.stage(),
        step.added());
  }

  private void compareVoid(Key operation, List<UUID> voiders, List<Found.Voided> found) {
    boolean same =
        voiders.isEmpty()
            ? found.isEmpty()
            : found.size() == 1 && voiders.contains(found.get(0).by());
    if (!same) {
      differences.add(
          Kind.VOID,
          "operation " + operation.names().get(0),
          voiders.isEmpty() ? "not void" : "void by " + voiders.get(0),
          found.isEmpty() ? "not void" : "void by " + found.get(0).by());
    }
  }

  private static String shown(@Nullable CountSettled settled) {
    return settled == null
        ? "not settled"
        : "settled, %s, otherwise %s, having seen %s"
            .formatted(settled.keys(), settled.otherwise(), settled.heads());
  }

  private void compareSettlements() {
    try (Cursor<Found.Settlement> rows = books.settlements(site)) {
      Pairing.walk(
          papers.notes.sorted(),
          new Lookahead<>(rows, Found.Settlement::key),
          (operation, notes, found) -> {
            CountSettled expected = settled(notes);
            CountSettled stored = found.isEmpty() ? null : found.get(0).record();
            if (expected == null ? !found.isEmpty() : !expected.equals(stored)) {
              differences.add(
                  Kind.SETTLEMENT,
                  "count " + operation.names().get(0),
                  shown(expected),
                  found.isEmpty() || stored != null ? shown(stored) : "unreadable");
            }
          });
    }
  }
}
