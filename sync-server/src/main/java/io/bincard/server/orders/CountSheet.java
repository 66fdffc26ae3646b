package io.bincard.server.orders;

import java.util.List;

/**
 * Work for somebody who counts.
 *
 * @param title for people to read
 * @param locations the bins to count, in the order of the way
 */
public record CountSheet(Key key, String title, List<String> locations) {
  public CountSheet {
    locations = List.copyOf(locations);
  }

  /** Names a sheet among all the work of a site. */
  public record Key(String site, String sheet) {
    @Override
    public String toString() {
      return sheet + " in " + site;
    }
  }
}
