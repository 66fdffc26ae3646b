package io.bincard.model.operation;

import io.avaje.jsonb.Json;
import io.bincard.model.time.Place;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One immutable command, as it was journaled. Its hash is that of the bytes it was written as, so
 * it is no field: see {@link io.bincard.model.sync.JournalLine}.
 *
 * @param id made by the device, a UUID of version 7; the same operation never has two
 * @param epoch counts the lives of a device's journal, from 1
 * @param seq place in the journal of this epoch, from 1, without gaps
 * @param prevHash the hash of the operation before; of the epoch's first, empty
 * @param user who did it
 * @param baseCursor what the device knew: the cursor of its last pull, empty before the first
 * @param version of the body's form, from 1
 * @param scan the barcode that led to it, if one did
 */
@Json
public record Operation(
    UUID id,
    String site,
    String device,
    int epoch,
    long seq,
    String prevHash,
    String user,
    Clocks clocks,
    String baseCursor,
    String appVersion,
    int version,
    @Nullable RawScan scan,
    Body body) {

  /** The version of the bodies that this code writes. */
  public static final int CURRENT_VERSION = 1;

  public Place place() {
    return new Place(device, epoch, seq);
  }

  public List<Effect> effects() {
    return body.effects(this);
  }
}
