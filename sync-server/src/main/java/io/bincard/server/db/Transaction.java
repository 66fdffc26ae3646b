package io.bincard.server.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What is done within one transaction. It can be run again from its start, so it does nothing but
 * talk to the database.
 */
@FunctionalInterface
public interface Transaction<T extends @Nullable Object> {
  T run(Connection connection) throws SQLException;
}
