package io.bincard.server.catalog;

/**
 * A bin.
 *
 * @param sequence where it is on the way through the house, 0 or more
 * @param active false: it is closed, and nothing may be put there
 */
public record Location(
    Key key,
    LocationKind kind,
    String aisle,
    String bay,
    String level,
    String position,
    int sequence,
    boolean active) {

  /**
   * Names a location.
   *
   * @param location its code, upper case
   */
  public record Key(String site, String location) {
    @Override
    public String toString() {
      return location + " in " + site;
    }
  }
}
