package io.bincard.server.demo;

import io.bincard.server.demo.DemoSite.Bin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What lies where when the company opens its books, and how much of it can be sold. */
final class DemoStock {
  private static final int STORE_ITEMS = 300;
  private static final int DAYS_TO_SELL = 14;

  final Table lots = new Table("lots", "site", "item", "lot", "expiry", "status");
  final Table stock = new Table("stock", "site", "location", "item", "lot", "quantity");

  private final Random random;
  private final LocalDate today;
  private final Map<DemoSite, Map<DemoItem, Integer>> sellable = new LinkedHashMap<>();

  private DemoStock(Random random, LocalDate today) {
    this.random = random;
    this.today = today;
  }

  static DemoStock make(List<DemoItem> items, LocalDate today, Random random) {
    DemoStock stock = new DemoStock(random, today);
    stock.fill(DemoSite.HAMBURG, half(items, 0));
    stock.fill(DemoSite.LEEDS, half(items, 1));
    stock.fill(DemoSite.LISBON, stock.some(items));
    return stock;
  }

  /** Units in good lots, by item. */
  Map<DemoItem, Integer> sellable(DemoSite site) {
    return sellable.getOrDefault(site, Map.of());
  }

  /** What sells best is in both warehouses, of the rest each has every other item. */
  private static List<DemoItem> half(List<DemoItem> items, int which) {
    List<DemoItem> half = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).abc() == 'A' || i % 2 == which) {
        half.add(items.get(i));
      }
    }
    return half;
  }

  private List<DemoItem> some(List<DemoItem> items) {
    List<DemoItem> some = new ArrayList<>();
    while (some.size() < STORE_ITEMS) {
      DemoItem item = items.get(random.nextInt(items.size()));
      if (!some.contains(item)) {
        some.add(item);
      }
    }
    return some;
  }

  private void fill(DemoSite site, List<DemoItem> items) {
    List<Bin> pickFaces = site.bins().stream().filter(Bin::isPickFace).toList();
    List<Bin> reserves = site.bins().stream().filter(bin -> !bin.isPickFace()).toList();
    int next = 0;
    for (DemoItem item : items) {
      Bin pickFace = pickFaces.get(next % pickFaces.size());
      put(site, pickFace, item, "1", 5 + random.nextInt(item.abc() == 'C' ? 15 : 40));
      if (item.abc() == 'A') {
        put(site, reserves.get(next % reserves.size()), item, "2", 24 * (1 + random.nextInt(8)));
      }
      next++;
    }
  }

  private void put(DemoSite site, Bin bin, DemoItem item, String lotEnding, int quantity) {
    String lot = item.hasLots() ? item.sku().replace("-", "") + "-" + lotEnding : "";
    stock.add(site.code(), bin.code(), item.sku(), lot, quantity);
    if (!item.hasLots() || addLot(site, item, lot)) {
      sellable
          .computeIfAbsent(site, key -> new LinkedHashMap<>())
          .merge(item, quantity, Integer::sum);
    }
  }

  /** Adds a lot; whether it can be sold. One in a hundred is past its day, one in 200 on hold. */
  private boolean addLot(DemoSite site, DemoItem item, String lot) {
    int fate = random.nextInt(200);
    LocalDate expiry = today.plusDays(fate < 2 ? -1 : DAYS_TO_SELL + random.nextInt(400));
    boolean held = fate == 2;
    lots.add(site.code(), item.sku(), lot, expiry, held ? "HELD" : "AVAILABLE");
    return fate > 2;
  }
}
