package io.bincard.server.reconcile;

import io.bincard.server.work.Bin;

/** The stage in memory. */
final class MemoryStage implements Stage {
  private long now;
  private final MemoryStore store = new MemoryStore(() -> now);
  private MemorySite site;

  @Override
  public Store store() {
    return store;
  }

  @Override
  public void turnTo(long time) {
    now = time;
  }

  @Override
  public String found(World world) {
    site = store.found("W", world.settings());
    world.tolerances().forEach(site::tolerate);
    world.journals().keySet().forEach(device -> site.enrol(Stage.device("W", device)));
    return "W";
  }

  @Override
  public void build(String name, Bin bin) {
    site.build(bin);
  }

  @Override
  public Books books(String name) {
    return MemoryBooks.of(site);
  }
}
