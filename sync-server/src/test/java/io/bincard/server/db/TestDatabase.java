package io.bincard.server.db;

/** A migrated, empty database for a test, in a PostgreSQL that this JVM's tests share. */
public final class TestDatabase {
  private TestDatabase() {}

  private static final class Shared {
    static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
  }

  /** Close it after the test: it holds connections. */
  public static Database fresh() {
    return Database.open(freshSettings());
  }

  public static DatabaseSettings freshSettings() {
    return Shared.POSTGRES.freshDatabase();
  }

  /** One that has no tables yet. */
  static EmbeddedPostgres postgres() {
    return Shared.POSTGRES;
  }
}
