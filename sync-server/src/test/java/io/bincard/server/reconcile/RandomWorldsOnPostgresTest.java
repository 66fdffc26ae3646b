package io.bincard.server.reconcile;

import io.bincard.server.db.Database;
import io.bincard.server.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A share of the random worlds, on the real store. */
class RandomWorldsOnPostgresTest {
  private static final int WORLDS = Integer.getInteger("postgres.worlds", 5);
  private static final int FIRST = Integer.getInteger("first", 1);
  private static Database database;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void theBooksAreTheFoldOfWhatHasArrivedAndDoNotDependOnTheOrder() {
    for (int seed = FIRST; seed < FIRST + WORLDS; seed++) {
      new Trial(() -> new PostgresStage(database), false).run(WorldMaker.world(seed));
    }
  }

  @Test
  void whereACountSettledTooEarlyItIsFlagged() {
    for (int seed = FIRST; seed < FIRST + WORLDS; seed++) {
      new Trial(() -> new PostgresStage(database), true).run(WorldMaker.world(seed));
    }
  }
}
