package io.bincard.server;

import io.bincard.server.db.Database;
import io.bincard.server.db.DatabaseSettings;
import io.bincard.server.db.EmbeddedPostgres;
import io.bincard.server.db.Migrations;
import io.bincard.server.devices.AdminKey;
import io.bincard.server.devices.PostgresAdminKey;
import io.bincard.server.http.HttpServer;
import io.bincard.server.pull.Pull;
import io.bincard.server.reconcile.PostgresStore;
import io.bincard.server.reconcile.StoreReconciler;
import java.nio.file.Path;

/** Starts the server; it runs until the process is told to stop. */
final class ServerCommand implements Command {

  @Override
  public String usage() {
    return """
    [--embedded [--data DIR]] [--port N] [--config FILE]
      starts the sync server; when it is ready it prints "listening on http://..."
      --embedded     with a PostgreSQL of its own, to try Bincard out
      --data DIR     where that keeps its data (data)
      --port N       0 for any that is free (server.port, or 8080)
      --config FILE  YAML, see docs/operating.md; environment variables go before it
    """;
  }

  @Override
  public void run(Arguments arguments) {
    boolean embedded = arguments.flag("--embedded");
    Path data = Path.of(arguments.value("--data").orElse("data"));
    Settings settings = Settings.load(arguments.value("--config").map(Path::of), System.getenv());
    Settings chosen = arguments.number("--port", 0, 65535).map(settings::withPort).orElse(settings);
    arguments.end();

    Stopping stopping = new Stopping();
    Runtime.getRuntime().addShutdownHook(new Thread(stopping::stop, "stop the server"));
    DatabaseSettings where =
        embedded
            ? stopping.later(EmbeddedPostgres.keeping(data)).database("bincard")
            : chosen.database();
    HttpServer server = start(chosen, where, stopping);
    System.out.println("listening on " + server.address());
  }

  private static HttpServer start(Settings settings, DatabaseSettings where, Stopping stopping) {
    Database database = stopping.later(Database.open(where));
    Migrations.check(database);
    AdminKey adminKey =
        settings
            .adminKey()
            .map(AdminKey::of)
            .orElseGet(() -> PostgresAdminKey.get(database, ServerCommand::announce));
    StoreReconciler reconciler =
        new StoreReconciler(
            new PostgresStore(database), settings.serverName(), new TimeOrderedIds());
    stopping.later(Settling.start(database, reconciler, settings.settlingPause()));
    Pull pull = new Pull(database);
    HttpServer server =
        stopping.later(
            HttpServer.start(
                settings.http(),
                Application.routes(settings, database, adminKey, reconciler, pull)));
    stopping.later(pull); // stopped before the server, which waits for those who still wait
    return server;
  }

  private static void announce(String adminKey) {
    System.err.println("The admin's key, shown this once: " + adminKey);
  }
}
