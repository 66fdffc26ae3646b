package io.bincard.server.devices;

import io.bincard.server.db.Database;
import io.bincard.server.db.Sql;
import java.util.function.Consumer;

/** The admin's key of an installation that has none configured: made once, stored as its hash. */
public final class PostgresAdminKey {
  private static final int LENGTH = 32;

  private PostgresAdminKey() {}

  /**
   * The key that was made at the first start.
   *
   * @param announce is given the key if this is that first start; nobody can read it later
   */
  public static AdminKey get(Database database, Consumer<String> announce) {
    String candidate = Secret.random(LENGTH);
    boolean first =
        database.inTransaction(
                connection ->
                    Sql.update(
                        connection,
                        "insert into admin_key (key_hash) values (?) on conflict do nothing",
                        Secret.hash(candidate)))
            == 1;
    if (first) {
      announce.accept(candidate);
    }
    return database.inSnapshot(
        connection ->
            Sql.first(
                    connection,
                    "select key_hash from admin_key",
                    row -> AdminKey.ofHash(row.getString(1)))
                .orElseThrow());
  }
}
