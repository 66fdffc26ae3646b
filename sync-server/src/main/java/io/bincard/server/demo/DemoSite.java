package io.bincard.server.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the company's houses.
 *
 * @param aisles the names of its aisles or, in a store, its zones
 * @param companyPrefix under which its cartons are numbered
 */
record DemoSite(
    String code,
    String name,
    String zone,
    String companyPrefix,
    List<Aisle> aisles,
    List<Area> areas) {
  static final DemoSite HAMBURG =
      new DemoSite(
          "HAM",
          "Hamburg warehouse",
          "Europe/Berlin",
          "9521001",
          aisles("ABCDE", 7, 4, 2),
          List.of(
              new Area("REC", "RECEIVING", 4),
              new Area("QUA", "QUARANTINE", 2),
              new Area("PACK", "PACKING", 6),
              new Area("STAGE", "STAGING", 4),
              new Area("DOCK", "DISPATCH", 4)));
  static final DemoSite LEEDS =
      new DemoSite(
          "LDS",
          "Leeds warehouse",
          "Europe/London",
          "9521002",
          aisles("ABCDE", 10, 2, 2),
          List.of(
              new Area("REC", "RECEIVING", 4),
              new Area("QUA", "QUARANTINE", 2),
              new Area("PACK", "PACKING", 6),
              new Area("STAGE", "STAGING", 4),
              new Area("DOCK", "DISPATCH", 4)));
  static final DemoSite LISBON =
      new DemoSite(
          "LIS",
          "Lisbon store",
          "Europe/Lisbon",
          "9521003",
          List.of(
              new Aisle("FLOOR", 9, 5, 1), new Aisle("BACK", 6, 3, 1), new Aisle("COOL", 4, 3, 1)),
          List.of(
              new Area("REC", "RECEIVING", 1),
              new Area("QUA", "QUARANTINE", 1),
              new Area("PACK", "PACKING", 1),
              new Area("STAGE", "STAGING", 1),
              new Area("DOCK", "DISPATCH", 1)));

  static final List<DemoSite> ALL = List.of(HAMBURG, LEEDS, LISBON);

  /** A row of racks. */
  record Aisle(String name, int bays, int levels, int positions) {}

  /** Places of one kind outside of the racks. */
  record Area(String name, String kind, int places) {}

  /**
   * A place in a rack.
   *
   * @param level from 1; the lower half is picked from, the upper half holds reserves
   */
  record Bin(Aisle aisle, int bay, int level, int position) {
    String code() {
      return "%s-%02d-%d-%d".formatted(aisle.name(), bay, level, position);
    }

    boolean isPickFace() {
      return level <= (aisle.levels() + 1) / 2;
    }
  }

  private static List<Aisle> aisles(String letters, int bays, int levels, int positions) {
    return letters
        .chars()
        .mapToObj(letter -> new Aisle(Character.toString(letter), bays, levels, positions))
        .toList();
  }

  /** The bins in the order of the way: up one aisle and down the next. */
  List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < aisles.size(); i++) {
      Aisle aisle = aisles.get(i);
      for (int step = 1; step <= aisle.bays(); step++) {
        int bay = i % 2 == 0 ? step : aisle.bays() + 1 - step;
        for (int level = 1; level <= aisle.levels(); level++) {
          for (int position = 1; position <= aisle.positions(); position++) {
            bins.add(new Bin(aisle, bay, level, position));
          }
        }
      }
    }
    return bins;
  }

  /** Adds all places of the house to the table, receiving first and the docks last. */
  void addLocations(Table locations) {
    int sequence = 0;
    for (Area area : areas.subList(0, 2)) {
      sequence = addArea(locations, area, sequence);
    }
    for (Bin bin : bins()) {
      sequence += 10;
      locations.add(
          code,
          bin.code(),
          bin.isPickFace() ? "PICK_FACE" : "STORAGE",
          bin.aisle().name(),
          "%02d".formatted(bin.bay()),
          bin.level(),
          bin.position(),
          sequence);
    }
    for (Area area : areas.subList(2, areas.size())) {
      sequence = addArea(locations, area, sequence);
    }
  }

  private int addArea(Table locations, Area area, int before) {
    int sequence = before;
    for (int place = 1; place <= area.places(); place++) {
      sequence += 10;
      locations.add(code, area.name() + "-" + place, area.kind(), "", "", "", "", sequence);
    }
    return sequence;
  }
}
