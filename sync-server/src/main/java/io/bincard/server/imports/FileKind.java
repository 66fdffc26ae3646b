package io.bincard.server.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of file: its columns, what its rows mean, and where they go. Only {@link #write} changes
 * anything. Implementations are safe for any number of threads.
 *
 * @param <K> what a row is about, with a toString for people
 * @param <R> what the books say about it, a record
 */
interface FileKind<K, R> {
  /** As in the address of the API and the option of the command: items, orders. */
  String name();

  List<Column> columns();

  /** What the row is about; a finding if it does not say. */
  K key(SheetRow row);

  /** The site whose books it is in; empty if it is the whole company's. */
  String site(K key);

  /** Whether several rows make one entry, as the lines of an order do. */
  default boolean severalRowsAnEntry() {
    return false;
  }

  /** What the books say of these now. */
  Map<K, R> present(Collection<K> keys);

  /**
   * Reads the rows of one entry; what is wrong becomes findings in them.
   *
   * @param present for what the file leaves out
   */
  R read(K key, List<SheetRow> rows, @Nullable R present, References references);

  /** Those changes that an earlier import of the same rows has made already. */
  default Set<Change<R>> recorded(List<Change<R>> changes) {
    return Set.of();
  }

  /** Objects to changes that are not recorded for reasons that are looked up all at once. */
  default void object(List<Change<R>> changes) {}

  default Fate fate(Change<R> change) {
    if (change.before() == null) {
      return Fate.NEW;
    }
    return change.before().equals(change.after()) ? Fate.UNCHANGED : Fate.CHANGED;
  }

  /** What a change is, for people; may be empty. */
  default String describe(Change<R> change) {
    return change.before() == null ? "" : Differences.between(change.before(), change.after());
  }

  /**
   * Makes changes of one site.
   *
   * @param user who wants it
   */
  void write(String user, String site, List<Change<R>> changes);
}
