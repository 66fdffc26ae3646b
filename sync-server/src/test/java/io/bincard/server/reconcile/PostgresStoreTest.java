package io.bincard.server.reconcile;

import io.bincard.server.db.Database;
import io.bincard.server.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTest extends StoreContract {
  private static Database database;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Override
  Stage stage() {
    return new PostgresStage(database);
  }
}
