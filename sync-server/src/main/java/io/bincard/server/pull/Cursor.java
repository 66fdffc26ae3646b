package io.bincard.server.pull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a device has got. It is the snapshot that the device's rows are equal to, not a number: a
 * transaction that commits late was running in that snapshot, so its rows are still to come.
 *
 * @param incarnation the first eight digits of the server's incarnation
 * @param seen what the device's rows contain
 * @param sweep set while the rows since then are handed out in several pages
 */
record Cursor(String incarnation, Snapshot seen, @Nullable Sweep sweep) {
  private static final String SEPARATOR = ".";

  /**
   * Rows are handed out kind by kind, each in an order of its own.
   *
   * @param through what the device's rows will contain at the end
   * @param kind where to go on
   * @param place of the last row of that kind that was handed out; empty if there was none
   */
  record Sweep(Snapshot through, String kind, List<String> place) {
    Sweep {
      place = List.copyOf(place);
    }
  }

  static Cursor at(UUID incarnation, Snapshot seen) {
    return new Cursor(shortened(incarnation), seen, null);
  }

  Cursor sweeping(Sweep next) {
    return new Cursor(incarnation, seen, next);
  }

  boolean isOf(UUID otherIncarnation) {
    return incarnation.equals(shortened(otherIncarnation));
  }

  private static String shortened(UUID incarnation) {
    return incarnation.toString().substring(0, 8);
  }

  /** Reads what {@link #toString} wrote; empty if it is no cursor. */
  static Optional<Cursor> parse(String text) {
    List<String> parts = Arrays.asList(text.split("\\.", -1));
    if (parts.size() == 2) {
      return Snapshot.parse(parts.get(1)).map(seen -> new Cursor(parts.get(0), seen, null));
    }
    if (parts.size() < 4) {
      return Optional.empty();
    }
    return Snapshot.parse(parts.get(1))
        .flatMap(
            seen ->
                Snapshot.parse(parts.get(2))
                    .flatMap(
                        through ->
                            decode(parts.subList(4, parts.size()))
                                .map(place -> new Sweep(through, parts.get(3), place)))
                    .map(sweep -> new Cursor(parts.get(0), seen, sweep)));
  }

  private static Optional<List<String>> decode(List<String> parts) {
    try {
      List<String> place =
          parts.stream()
              .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
              .toList();
      boolean storable = place.stream().noneMatch(part -> part.indexOf(0) >= 0);
      return storable ? Optional.of(place) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** All of it can stand in a URL as it is. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>(List.of(incarnation, seen.toString()));
    if (sweep != null) {
      parts.add(sweep.through.toString());
      parts.add(sweep.kind);
      Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
      sweep.place.forEach(
          part -> parts.add(encoder.encodeToString(part.getBytes(StandardCharsets.UTF_8))));
    }
    return String.join(SEPARATOR, parts);
  }
}
