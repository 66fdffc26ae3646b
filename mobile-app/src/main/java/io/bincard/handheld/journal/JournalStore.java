package io.bincard.handheld.journal;

import io.bincard.model.sync.JournalLine;
import io.bincard.model.sync.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the lines of a journal. Each method that writes is one transaction, durable when it
 * returns; one that throws {@link JournalException} has changed nothing.
 */
public interface JournalStore extends AutoCloseable {
  /** Who the device is; empty before it is enrolled. */
  Optional<Identity> identity();

  void identify(Identity identity);

  /** Adds a line; its place and its id must be new. */
  void append(JournalLine line);

  /** Lines are written to a later epoch from now on; the first of them may be given. */
  void openEpoch(int epoch, @Nullable JournalLine first);

  /** The epochs that have lines, oldest first. */
  List<Extent> extents();

  /** The lines of an epoch from a sequence number on, in order. */
  List<StoredLine> lines(int epoch, long from, int limit);

  Optional<StoredLine> line(UUID id);

  /** The last line that a scan led to. */
  Optional<StoredLine> lastScanned();

  /** The first line of a type at or after a place, in this epoch or a later one. */
  Optional<StoredLine> firstOfType(String type, int epoch, long from);

  /** The last lines of some types, newest first. */
  List<StoredLine> lastOfTypes(Set<String> types, int limit);

  void acknowledge(Acknowledgement acknowledgement);

  /** What became of an operation, as last heard. */
  Optional<Outcome> outcome(UUID id);

  /** What was refused or quarantined, in the order of the journal. */
  List<Outcome> notApplied();

  @Override
  void close();
}
