package io.bincard.server.demo;

/**
 * Something the company sells.
 *
 * @param tracking NONE, LOT or SERIAL
 * @param abc A sells best, C least
 * @param cents what it costs
 */
record DemoItem(String sku, String name, String tracking, char abc, int cents) {
  /** F for food, H for household, T for tools, P for power tools. */
  char department() {
    return sku.charAt(0);
  }

  boolean hasLots() {
    return tracking.equals("LOT");
  }

  boolean hasSerials() {
    return tracking.equals("SERIAL");
  }

  String cost() {
    return "%d.%02d".formatted(cents / 100, cents % 100);
  }
}
