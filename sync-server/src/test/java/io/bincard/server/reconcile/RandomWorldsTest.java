package io.bincard.server.reconcile;

import org.junit.jupiter.api.Test;

/** Random worlds, each heard of in three orders, in memory. */
class RandomWorldsTest {
  private static final int WORLDS = Integer.getInteger("worlds", 250);
  private static final int FIRST = Integer.getInteger("first", 1);

  @Test
  void theBooksAreTheFoldOfWhatHasArrivedAndDoNotDependOnTheOrder() {
    for (int seed = FIRST; seed < FIRST + WORLDS; seed++) {
      new Trial(MemoryStage::new, false).run(WorldMaker.world(seed));
    }
  }

  @Test
  void whereACountSettledTooEarlyItIsFlagged() {
    for (int seed = FIRST; seed < FIRST + WORLDS; seed++) {
      new Trial(MemoryStage::new, true).run(WorldMaker.world(seed));
    }
  }
}
