package io.bincard.model.stock;

import io.bincard.model.time.Place;
import java.util.Map;

/** How far the journal of each device was known at one moment. */
public record Heads(Map<String, Head> byDevice) {
  public static final Heads NONE = new Heads(Map.of());

  /** The last operation known of one device. */
  public record Head(int epoch, long seq) {}

  public Heads {
    byDevice = Map.copyOf(byDevice);
  }

  public boolean include(Place place) {
    Head head = byDevice.get(place.device());
    return head != null && place.isWithin(head.epoch(), head.seq());
  }
}
