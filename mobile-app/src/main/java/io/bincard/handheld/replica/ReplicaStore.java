package io.bincard.handheld.replica;

import io.bincard.model.sync.PullPage;
import java.util.function.Function;

/**
 * Keeps what was pulled. It can be lost: it is pulled again.
 *
 * <p>Rows are shown once all have come that belong together. While the server says that there is
 * more to be had at once, pages are put aside: in the middle, a bin could already have what a
 * device did to it while the head, which says so, is still to come, and the view would count it
 * twice.
 */
public interface ReplicaStore extends AutoCloseable {
  /** What became of a page. */
  enum Applied {
    /** Its rows are shown, or put aside until the last page has come. */
    DONE,
    /** The server has other data than before: pull from the beginning to replace what is here. */
    STARTED_OVER,
    /** It does not continue where this store is; nothing was done. */
    OUTDATED
  }

  /** Where the next pull continues; empty at the beginning. Never waits for anybody. */
  String cursor();

  /** The cursor that what is shown belongs to; empty at the beginning. Never waits for anybody. */
  String shownCursor();

  /**
   * Takes a page in: rows and cursor together, or not at all.
   *
   * @param since the cursor that the page was asked for with
   */
  Applied apply(String since, PullPage page);

  /** Asks something of one state of what is shown: no page comes in between. */
  <T> T read(Function<Base, T> question);

  @Override
  void close();
}
