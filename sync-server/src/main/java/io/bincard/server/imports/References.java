package io.bincard.server.imports;

import io.bincard.server.catalog.Item;
import io.bincard.server.catalog.Location;
import io.bincard.server.catalog.Lot;
import io.bincard.server.catalog.PostgresItems;
import io.bincard.server.catalog.PostgresLocations;
import io.bincard.server.catalog.PostgresLots;
import io.bincard.server.catalog.PostgresSites;
import io.bincard.server.catalog.Site;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a file may refer to: the books, and what files before it would add to them. A
 * column has the same name and meaning in all files. Not for several threads.
 */
final class References {
  private final PostgresSites siteTable;
  private final PostgresItems itemTable;
  private final PostgresLocations locationTable;
  private final PostgresLots lotTable;

  private final Map<String, Site> sites = new HashMap<>();
  private final Map<String, Item> items = new HashMap<>();
  private final Map<Location.Key, Location> locations = new HashMap<>();
  private final Map<Lot.Key, Lot> lots = new HashMap<>();

  References(
      PostgresSites sites, PostgresItems items, PostgresLocations locations, PostgresLots lots) {
    this.siteTable = sites;
    this.itemTable = items;
    this.locationTable = locations;
    this.lotTable = lots;
  }

  /** Looks up all that rows refer to, at once. */
  void load(List<SheetRow> rows) {
    Set<String> wantedSites = new HashSet<>();
    Set<String> wantedItems = new HashSet<>();
    Set<Location.Key> wantedLocations = new HashSet<>();
    Set<Lot.Key> wantedLots = new HashSet<>();
    for (SheetRow row : rows) {
      String site = row.siteOrNone();
      String item = row.code("item");
      wantedSites.add(site);
      wantedSites.addAll(row.words("sites"));
      wantedItems.add(item);
      wantedLocations.add(new Location.Key(site, row.upperCaseCode("location")));
      wantedLots.add(new Lot.Key(site, item, row.code("lot")));
    }
    siteTable.present(wantedSites).forEach(sites::putIfAbsent);
    itemTable.present(wantedItems).forEach(items::putIfAbsent);
    locationTable.present(wantedLocations).forEach(locations::putIfAbsent);
    lotTable.present(wantedLots).forEach(lots::putIfAbsent);
  }

  /** From now on acts as if the books had this entry already. */
  void expect(Object entry) {
    switch (entry) {
      case Site site -> sites.put(site.site(), site);
      case Item item -> items.put(item.item(), item);
      case Location location -> locations.put(location.key(), location);
      case Lot lot -> lots.put(lot.key(), lot);
      default -> {} // nothing refers to it
    }
  }

  void requireSite(SheetRow row, String field, String site) {
    if (!sites.containsKey(site)) {
      row.reject(
          field, "there is no site " + SheetRow.shown(site) + ": import it first, or correct it");
    }
  }

  /** The item that the row's column "item" names; null, and a finding, if there is none. */
  @Nullable Item item(SheetRow row) {
    String code = row.code("item");
    Item item = items.get(code);
    if (item == null) {
      row.reject(
          "item", "there is no item " + SheetRow.shown(code) + ": import it first, or correct it");
    }
    return item;
  }

  /** As {@link #item}, and it has to be active. */
  @Nullable Item activeItem(SheetRow row) {
    Item item = item(row);
    if (item != null && !item.active()) {
      row.reject("item", "item " + item.item() + " is not active: activate it, or take another");
    }
    return item;
  }

  void requireLocation(SheetRow row, Location.Key key) {
    if (!locations.containsKey(key)) {
      row.reject("location", "there is no location " + key + ": import it first, or correct it");
    }
  }

  void requireLot(SheetRow row, Lot.Key key) {
    if (!lots.containsKey(key)) {
      row.reject("lot", "there is no lot " + key + ": import it first, or correct it");
    }
  }
}
