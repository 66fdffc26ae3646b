package io.bincard.model.sync;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a push; every further line is one journal line, in the order of the journal.
 *
 * @param anchor the first anchor at or after the last line, if that is not the last line itself
 */
@Json
public record PushHeader(String device, int epoch, @Nullable AnchorAhead anchor) {
  /** An anchor of the journal that this push does not reach; see {@code Anchor} for the fields. */
  @Json
  public record AnchorAhead(String run, long monotonic, long serverTime, long uncertainty) {}
}
