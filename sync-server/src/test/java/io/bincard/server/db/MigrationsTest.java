package io.bincard.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  @Test
  void everythingCanBeTakenBackAndMadeAgain() {
    DatabaseSettings settings = TestDatabase.freshSettings();
    try (Database database = Database.open(settings)) {
      assertThatCode(() -> Migrations.check(database)).doesNotThrowAnyException();
      List<String> full = tables(database);
      int changes =
          database
              .inSnapshot(c -> Sql.list(c, "select id from databasechangelog", r -> r.getString(1)))
              .size();

      Migrations.down(settings, changes);

      assertThat(tables(database)).containsExactly("databasechangelog", "databasechangeloglock");
      assertThatThrownBy(() -> Migrations.check(database))
          .isInstanceOf(DatabaseNotReadyException.class)
          .hasMessageContaining("bincard migrate");

      Migrations.up(settings);

      assertThat(tables(database)).isEqualTo(full).contains("operation");
      assertThatCode(() -> Migrations.check(database)).doesNotThrowAnyException();
    }
  }

  @Test
  void tablesOfANewerVersionAreLeftAlone() throws Exception {
    DatabaseSettings settings = TestDatabase.freshSettings();
    try (var owner = Database.connect(settings, settings.owner())) {
      Sql.update(
          owner,
          "insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted,"
              + " exectype) values ('999-future', 'bincard', 'x', now(), 999, 'EXECUTED')");
    }
    try (Database database = Database.open(settings)) {
      assertThatThrownBy(() -> Migrations.check(database))
          .isInstanceOf(DatabaseNotReadyException.class)
          .hasMessageContaining("newer version");
    }
  }

  @Test
  void withoutTheOwnerNothingIsMigrated() {
    DatabaseSettings given = TestDatabase.freshSettings();
    DatabaseSettings settings =
        new DatabaseSettings(
            given.url(), given.application(), null, given.connections(), given.statementTimeout());

    assertThatThrownBy(() -> Migrations.up(settings))
        .isInstanceOf(DatabaseNotReadyException.class)
        .hasMessageContaining("BINCARD_OWNER_USER");
  }

  private static List<String> tables(Database database) {
    return database.inSnapshot(
        c ->
            Sql.list(
                c,
                "select tablename from pg_tables where schemaname = 'public' order by 1",
                row -> row.getString(1)));
  }
}
