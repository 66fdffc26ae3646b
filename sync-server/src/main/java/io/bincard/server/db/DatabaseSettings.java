package io.bincard.server.db;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and who we are there. See docs/operating.md, "Database roles".
 *
 * @param url a JDBC URL, {@code jdbc:postgresql://host:port/database}
 * @param application the role that serves requests; it owns nothing
 * @param owner the role that owns the tables, needed only to migrate; null if not given
 * @param connections how many the pool holds at most, from 1
 * @param statementTimeout after which the database ends a statement
 */
public record DatabaseSettings(
    String url,
    Login application,
    @Nullable Login owner,
    int connections,
    Duration statementTimeout) {

  /** A database role and its password. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user; // a password never gets into a log by accident
    }
  }
}
