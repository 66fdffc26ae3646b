package io.bincard.server;

import io.bincard.server.db.DatabaseSettings;
import io.bincard.server.db.Migrations;
import java.nio.file.Path;
import java.util.Optional;

/** Brings the tables to the form this version needs, or back. */
final class MigrateCommand implements Command {

  @Override
  public String usage() {
    return """
    [--back N] [--config FILE]
      brings the database's tables to the form this version needs; make a backup first
      --back N       takes back the last N changes, and what is in their tables
      --config FILE  YAML, see docs/operating.md; environment variables go before it
    """;
  }

  @Override
  public void run(Arguments arguments) {
    Optional<Integer> back = arguments.number("--back", 1, 1000);
    DatabaseSettings database =
        Settings.load(arguments.value("--config").map(Path::of), System.getenv()).database();
    arguments.end();
    back.ifPresentOrElse(count -> Migrations.down(database, count), () -> Migrations.up(database));
    System.out.println(
        back.map(count -> "Took back the last " + count + " changes of the tables in ")
                .orElse("This version's tables are in ")
            + database.url());
  }
}
