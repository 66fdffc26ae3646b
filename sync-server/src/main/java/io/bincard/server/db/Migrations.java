package io.bincard.server.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings the tables to the form this version needs, and back. The change sets are the {@code .sql}
 * files beside this class, in the order of their names; the owner's role runs them.
 */
public final class Migrations {
  private static final String CHANGES = "io/bincard/server/db/changes.xml";

  private Migrations() {}

  /**
   * Runs what has not been run yet, and grants the application's role what it needs.
   *
   * @throws DatabaseNotReadyException if the owner can't log in, or a change fails: it is rolled
   *     back, those before it stay
   */
  public static void up(DatabaseSettings settings) {
    asOwner(
        settings,
        liquibase -> {
          liquibase.setShowSummary(UpdateSummaryEnum.OFF);
          liquibase.update(new Contexts());
        });
    grant(settings);
  }

  /**
   * Takes the last changes back, and with them what is in their tables.
   *
   * @param count of change sets
   * @throws DatabaseNotReadyException as for {@link #up}
   */
  public static void down(DatabaseSettings settings, int count) {
    asOwner(
        settings, liquibase -> liquibase.rollback(count, new Contexts(), new LabelExpression()));
  }

  /**
   * Makes sure that the tables are those this version works with.
   *
   * @throws DatabaseNotReadyException with advice, if they are not
   */
  public static void check(Database database) {
    List<String> wanted = database.inSnapshot(Migrations::wanted);
    List<String> present = database.inSnapshot(Migrations::present);
    if (!present.containsAll(wanted)) {
      throw DatabaseNotReadyException.because(
          "The tables are those of an older version of Bincard, or there are none. Make a backup"
              + " and run: bincard migrate");
    }
    if (!wanted.containsAll(present)) {
      throw DatabaseNotReadyException.because(
          "The tables are those of a newer version of Bincard. Start that version, or see"
              + " docs/operating.md, \"Going back\".");
    }
  }

  private static List<String> present(Connection connection) throws SQLException {
    boolean any =
        Sql.first(
                connection,
                "select has_table_privilege(to_regclass('databasechangelog'), 'select')",
                row -> row.getBoolean(1))
            .orElseThrow();
    return any
        ? Sql.list(connection, "select id from databasechangelog", row -> row.getString(1))
        : List.of();
  }

  private static List<String> wanted(Connection connection) {
    List<String> ids = new ArrayList<>();
    quietly(
        connection,
        liquibase -> {
          for (ChangeSet change : liquibase.getDatabaseChangeLog().getChangeSets()) {
            ids.add(change.getId());
          }
        });
    return ids;
  }

  // Every time, so that a renamed role or a restored backup gets its rights back.
  private static void grant(DatabaseSettings settings) {
    try (Connection connection = Database.connect(settings, owner(settings));
        Statement statement = connection.createStatement()) {
      String role = statement.enquoteIdentifier(settings.application().user(), true);
      statement.execute(text("grants.sql").replace("${application}", role));
    } catch (SQLException refused) {
      throw DatabaseNotReadyException.because("The grants failed: " + refused.getMessage());
    }
  }

  private static void asOwner(DatabaseSettings settings, Work work) {
    try (Connection connection = Database.connect(settings, owner(settings))) {
      quietly(connection, work);
    } catch (SQLException notClosed) {
      throw new DatabaseException("the connection broke: " + notClosed.getMessage(), notClosed);
    }
  }

  @FunctionalInterface
  private interface Work {
    void run(Liquibase liquibase) throws LiquibaseException;
  }

  // Liquibase talks on standard output and calls home unless told not to.
  private static void quietly(Connection connection, Work work) {
    Map<String, Object> scope =
        Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", "false");
    try {
      Scope.child(
          scope,
          () ->
              work.run(
                  new Liquibase(
                      CHANGES,
                      new ClassLoaderResourceAccessor(Migrations.class.getClassLoader()),
                      new JdbcConnection(connection))));
    } catch (Exception failure) { // Scope.child declares no narrower type
      throw DatabaseNotReadyException.because("A migration failed: " + failure.getMessage());
    }
  }

  private static DatabaseSettings.Login owner(DatabaseSettings settings) {
    if (settings.owner() == null) {
      throw DatabaseNotReadyException.because(
          "Migrations run as the owner of the tables: set database.owner.user and"
              + " database.owner.password (BINCARD_OWNER_USER, BINCARD_OWNER_PASSWORD).");
    }
    return settings.owner();
  }

  private static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
