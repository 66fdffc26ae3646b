package io.bincard.model.operation;

import io.avaje.jsonb.Json;

/** What somebody would like to do. It can be refused, once, and the refusal is recorded. */
public sealed interface Intent extends Body {
  /** A device wants to work on a pick list, a count sheet or a delivery. */
  @Json
  record WorkClaimed(String work, String device) implements Intent {}

  /** A device gives work back before it is done. */
  @Json
  record WorkReleased(String work, String device, long fence) implements Intent {}
}
