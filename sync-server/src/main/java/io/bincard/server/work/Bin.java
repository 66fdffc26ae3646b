package io.bincard.server.work;

/**
 * A location, as far as taking goods from it goes.
 *
 * @param kind of the location, as in {@code Row.Location}
 * @param sequence where it is on the way through the house
 */
public record Bin(String location, String kind, int sequence, boolean active) {
  boolean isForPicking() {
    return active && (kind.equals("PICK_FACE") || kind.equals("STORAGE"));
  }
}
