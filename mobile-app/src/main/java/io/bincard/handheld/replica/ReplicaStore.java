package io.bincard.handheld.replica;

import io.bincard.model.sync.PullPage;
import java.util.function.Function;

/** Keeps what was pulled. It can be lost: it is pulled again. */
public interface ReplicaStore extends AutoCloseable {
  /** What became of a page. */
  enum Applied {
    /** Its rows are in. */
    DONE,
    /** The server has other data than before: all was dropped, pull from the beginning. */
    STARTED_OVER,
    /** It does not continue where this store is; nothing was done. */
    OUTDATED
  }

  /** Where the next pull continues; empty at the beginning. Never waits for anybody. */
  String cursor();

  /**
   * Takes a page in, rows and cursor together or not at all.
   *
   * @param since the cursor that the page was asked for with
   */
  Applied apply(String since, PullPage page);

  /** Asks something of one state: no page comes in between. */
  <T> T read(Function<Base, T> question);

  @Override
  void close();
}
