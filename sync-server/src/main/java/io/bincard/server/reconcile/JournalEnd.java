package io.bincard.server.reconcile;

/**
 * The last operation that is known of one epoch of a journal.
 *
 * @param seq 0 if there is none
 * @param hash empty if there is none
 */
public record JournalEnd(long seq, String hash) {
  public static final JournalEnd NONE = new JournalEnd(0, "");
}
