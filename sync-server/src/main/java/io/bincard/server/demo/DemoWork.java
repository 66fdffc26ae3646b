package io.bincard.server.demo;

import io.bincard.server.demo.DemoSite.Bin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What there is to do: orders to pick, deliveries to receive, bins to count. */
final class DemoWork {
  private static final int MOST_LINES = 30;
  private static final List<String> CUSTOMERS =
      List.of(
          "Petersen bakery",
          "Harbour hotel",
          "Kontor 21",
          "Moor Lane deli",
          "Bramley & Sons",
          "Casa Amarela",
          "Aldgate canteen",
          "Seidel kitchens",
          "Weaver Street school",
          "Kiosk am Deich",
          "Ribeira guest house",
          "Dale farm shop",
          "Nordlicht theatre",
          "Station buffet",
          "Joinery Brandt",
          "Tile and Timber");
  private static final List<Supplier> SUPPLIERS =
      List.of(
          new Supplier("Linden mills", "F"),
          new Supplier("Alto ceramics", "H"),
          new Supplier("Forge tools", "T"));

  /** Who delivers what a department sells. */
  private record Supplier(String name, String department) {}

  final Table orders =
      new Table("orders", "site", "order", "customer", "priority", "line", "item", "quantity");
  final Table deliveries =
      new Table("deliveries", "site", "delivery", "line", "supplier", "item", "quantity");
  final Table counts = new Table("counts", "site", "sheet", "title", "location");

  private final Random random;

  private DemoWork(Random random) {
    this.random = random;
  }

  static DemoWork make(DemoStock stock, Random random) {
    DemoWork work = new DemoWork(random);
    work.addOrders(DemoSite.HAMBURG, stock, 10_001, 32);
    work.addOrders(DemoSite.LEEDS, stock, 20_001, 22);
    work.addOrders(DemoSite.LISBON, stock, 30_001, 6);
    work.addDeliveries(DemoSite.HAMBURG, stock, 3);
    work.addDeliveries(DemoSite.LEEDS, stock, 2);
    work.addDeliveries(DemoSite.LISBON, stock, 1);
    work.addCount(DemoSite.HAMBURG, "COUNT-A1", "Aisle A, bays 1 to 3", "A", 3);
    work.addCount(DemoSite.LISBON, "COUNT-COOL", "Cool room", "COOL", 4);
    return work;
  }

  /** Orders of 1 to 30 lines, small ones more often; together no more than there is. */
  private void addOrders(DemoSite site, DemoStock stock, int firstNumber, int count) {
    Map<DemoItem, Integer> left = new LinkedHashMap<>(stock.sellable(site));
    for (int i = 0; i < count; i++) {
      String customer = CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
      int priority = random.nextInt(6) == 0 ? 5 : 0;
      int lines =
          i == 0 ? MOST_LINES : 1 + (int) ((MOST_LINES - 1) * Math.pow(random.nextDouble(), 2));
      int line = 0;
      for (DemoItem item : wanted(left, "FHTP", lines)) {
        line++;
        int available = left.getOrDefault(item, 0);
        int quantity = Math.min(available, 1 + random.nextInt(item.hasSerials() ? 1 : 6));
        left.put(item, available - quantity);
        orders.add(
            site.code(), "SO-" + (firstNumber + i), customer, priority, line, item.sku(), quantity);
      }
    }
  }

  /**
   * Different items of some departments of which something is left; A items three times as likely
   * as others.
   */
  private List<DemoItem> wanted(Map<DemoItem, Integer> left, String departments, int count) {
    List<DemoItem> hat = new ArrayList<>();
    left.forEach(
        (item, units) -> {
          if (units > 0 && departments.indexOf(item.department()) >= 0) {
            hat.addAll(Collections.nCopies(item.abc() == 'A' ? 3 : 1, item));
          }
        });
    Collections.shuffle(hat, random);
    return hat.stream().distinct().limit(count).toList();
  }

  private void addDeliveries(DemoSite site, DemoStock stock, int count) {
    for (int delivery = 1; delivery <= count; delivery++) {
      Supplier supplier = SUPPLIERS.get(delivery - 1);
      int line = 0;
      for (DemoItem item :
          wanted(stock.sellable(site), supplier.department(), 4 + random.nextInt(9))) {
        line++;
        deliveries.add(
            site.code(),
            "PO-%s-%d".formatted(site.code(), delivery),
            line,
            supplier.name(),
            item.sku(),
            24 * (1 + random.nextInt(5)));
      }
    }
  }

  private void addCount(DemoSite site, String sheet, String title, String aisle, int bays) {
    for (Bin bin : site.bins()) {
      if (bin.aisle().name().equals(aisle) && bin.bay() <= bays) {
        counts.add(site.code(), sheet, title, bin.code());
      }
    }
  }
}
