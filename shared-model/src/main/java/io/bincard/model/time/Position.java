package io.bincard.model.time;

/**
 * A place in the canonical order, the only order the fold knows.
 *
 * <p>It extends each device's own order, because t never decreases along a device's journal, and no
 * retry, batch, duplicate or delay can change it.
 *
 * @param t corrected time, microseconds since 1970-01-01T00:00Z
 * @param device device, or released branch of one; breaks ties between devices, by character code
 * @param index which effect of the operation, from 0
 */
public record Position(long t, String device, int epoch, long seq, int index)
    implements Comparable<Position> {
  @Override
  public int compareTo(Position other) {
    int order = Long.compare(t, other.t);
    if (order == 0) {
      order = device.compareTo(other.device);
    }
    if (order == 0) {
      order = Integer.compare(epoch, other.epoch);
    }
    if (order == 0) {
      order = Long.compare(seq, other.seq);
    }
    return order == 0 ? Integer.compare(index, other.index) : order;
  }

  public boolean isBefore(Position other) {
    return compareTo(other) < 0;
  }

  public boolean isAfter(Position other) {
    return compareTo(other) > 0;
  }

  /** Which operation of which device this is. */
  public Place place() {
    return new Place(device, epoch, seq);
  }
}
