package io.bincard.handheld.replica;

import io.bincard.model.operation.Effect;

/**
 * Some effects change nothing that a device shows by itself: for these there is nothing to do.
 *
 * <p>A scan that nobody understood moves nothing here either, until the server knows what it was.
 */
interface EffectsInPart extends Effect.Visitor<Boolean> {
  @Override
  default Boolean move(Effect.Move move) {
    return false;
  }

  @Override
  default Boolean progress(Effect.Progress progress) {
    return false;
  }

  @Override
  default Boolean counted(Effect.Counted counted) {
    return false;
  }

  @Override
  default Boolean countedRest(Effect.CountedRest rest) {
    return false;
  }

  @Override
  default Boolean emptied(Effect.Emptied emptied) {
    return false;
  }

  @Override
  default Boolean foundShort(Effect.FoundShort found) {
    return false;
  }

  @Override
  default Boolean closed(Effect.Sealed carton) {
    return false;
  }

  @Override
  default Boolean unresolved(Effect.Unresolved scan) {
    return false;
  }

  @Override
  default Boolean voided(Effect.Voided voided) {
    return false;
  }

  @Override
  default Boolean presence(Effect.Presence presence) {
    return false;
  }
}
