package io.bincard.handheld.journal;

/**
 * How far one epoch of the journal goes.
 *
 * @param last the last sequence number written
 * @param acknowledged the server has answered for everything up to here
 */
public record Extent(int epoch, long last, long acknowledged) {
  public long unsent() {
    return last - acknowledged;
  }
}
