package io.bincard.model.operation;

import io.avaje.jsonb.Json;
import io.bincard.model.stock.Quantity;
import java.util.List;
import java.util.UUID;

/**
 * What the server had to decide once, in real time. Recorded, so that it is input to the fold like
 * anything else.
 */
public sealed interface ServerRecord extends Body {

  /**
   * A count is final.
   *
   * @param operation the count line, or the completion of a bin
   * @param keys whether each key it covered was accepted
   * @param otherwise for keys that are heard of only later
   * @param heads the journals that had been seen
   */
  @Json
  record CountSettled(
      UUID operation, List<SettledKey> keys, boolean otherwise, List<DeviceHead> heads)
      implements ServerRecord {
    public CountSettled {
      keys = List.copyOf(keys);
      heads = List.copyOf(heads);
    }

    /** The end of the matter for one key. */
    @Json
    public record SettledKey(String item, String lot, boolean accepted) {}

    /** How far one device's journal was known. */
    @Json
    public record DeviceHead(String device, int epoch, long seq) {}
  }

  /** Where the goods of an order are to be taken from. Replaces what was allocated before. */
  @Json
  record Allocated(String order, List<Allocation> allocations) implements ServerRecord {
    public Allocated {
      allocations = List.copyOf(allocations);
    }

    /**
     * One stop of a pick path.
     *
     * @param lot the lot to take first; empty if the item has none
     */
    @Json
    public record Allocation(
        int line, String location, String item, String lot, Quantity quantity) {}
  }

  /**
   * A device holds work for some time.
   *
   * @param fence rises with every grant of this work; an older one is worthless
   * @param expires microseconds since 1970-01-01T00:00Z
   */
  @Json
  record LeaseGranted(String work, String device, String user, long fence, long expires)
      implements ServerRecord {}

  /** The time was up, or somebody took the work over. Done lines stay facts. */
  @Json
  record LeaseLost(String work, String device, long fence) implements ServerRecord {}

  /** Something is to be done that no order asks for: a recount, a put-back. */
  @Json
  record TaskCreated(String task, String kind, String location, String item, String reason)
      implements ServerRecord {}
}
