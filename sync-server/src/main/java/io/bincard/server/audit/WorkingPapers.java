package io.bincard.server.audit;

import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.time.Position;
import io.bincard.server.audit.OrderEvents.OrderEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the audit of one site takes down on its way, sorted by what it is about. */
final class WorkingPapers implements AutoCloseable {
  private final Path directory = directory();

  /** What operations did to goods, and what others say of them: by operation. */
  final Sorter<Notes.Note> notes =
      new Sorter<>(Notes.Note.class, Notes.Note::byOperation, directory);

  /** What counts of that, once voids are worked in: by card. */
  final Sorter<Notes.OnCard> onCards =
      new Sorter<>(Notes.OnCard.class, note -> note.card().at(note.at()), directory);

  /** What is about every card of an account. */
  final Sorter<Notes.SaidOfAll> onAccounts =
      new Sorter<>(Notes.SaidOfAll.class, said -> said.inAccount().at(said.at()), directory);

  final Sorter<Notes.Scan> scans = new Sorter<>(Notes.Scan.class, Notes.Scan::byCode, directory);
  final Sorter<Assignment> assignments =
      new Sorter<>(Assignment.class, Assignment::byCode, directory);
  final Sorter<Notes.Closed> cartons =
      new Sorter<>(Notes.Closed.class, Notes.Closed::byCarton, directory);
  final Sorter<Notes.Left> departures =
      new Sorter<>(Notes.Left.class, Notes.Left::byCarton, directory);
  final Sorter<OrderEvent> orders =
      new Sorter<>(OrderEvent.class, event -> event.key().at(event.at()), directory);
  final Sorter<LeaseEvent> leases =
      new Sorter<>(LeaseEvent.class, event -> event.byWork().at(event.at()), directory);

  /** What the ledger should add up to, per effect. */
  final Sorter<Posting> ledger = new Sorter<>(Posting.class, Posting::byEffect, directory);

  /** The same for the entries of order lines. */
  final Sorter<Posting> lineEntries = new Sorter<>(Posting.class, Posting::byEffect, directory);

  /** What does not add up, and what supervisors accepted. */
  final Sorter<Claim> claims = new Sorter<>(Claim.class, Claim::bySubject, directory);

  private static Path directory() {
    try {
      return Files.createTempDirectory("bincard-audit-");
    } catch (IOException noDirectory) {
      throw new UncheckedIOException(noDirectory);
    }
  }

  /** Takes down one side of a movement; nobody makes statements about the world outside. */
  void move(Notes.Side side) {
    if (side.account().isPhysical()) {
      onCards.add(side);
    } else {
      post(side.account(), side.item(), side.lot(), side.at(), side.delta());
    }
  }

  void post(Account account, String item, String lot, Position at, Quantity delta) {
    ledger.add(new Posting(List.of(account.toString(), item, lot), at, delta));
  }

  @Override
  public void close() {
    notes.close();
    onCards.close();
    onAccounts.close();
    scans.close();
    assignments.close();
    cartons.close();
    departures.close();
    orders.close();
    leases.close();
    ledger.close();
    lineEntries.close();
    claims.close();
    try {
      Files.delete(directory);
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }
}
