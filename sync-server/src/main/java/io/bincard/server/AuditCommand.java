package io.bincard.server;

import io.bincard.server.audit.Audit;
import io.bincard.server.audit.AuditListener;
import io.bincard.server.audit.Report;
import io.bincard.server.db.Database;
import io.bincard.server.db.DatabaseNotReadyException;
import io.bincard.server.db.DatabaseSettings;
import io.bincard.server.db.EmbeddedPostgres;
import io.bincard.server.db.Migrations;
import io.bincard.server.reconcile.UnknownSiteException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Compares the tables with the journals, and says where they differ. */
final class AuditCommand implements Command {
  private static final System.Logger LOG = System.getLogger(AuditCommand.class.getName());

  @Override
  public String usage() {
    return """
    [--site S] [--embedded [--data DIR] | --config FILE]
      folds all journals again from nothing and compares with the tables; reads only
      ends with 0 if they agree, 1 if not, 2 if it could not be done
      --site S       only this site
      --embedded     the data of a server that was started so; stop it first
      --data DIR     where they are (data)
      --config FILE  YAML, see docs/operating.md; environment variables go before it
    """;
  }

  @Override
  public void run(Arguments arguments) {
    Optional<String> site = arguments.value("--site");
    boolean embedded = arguments.flag("--embedded");
    Path data = Path.of(arguments.value("--data").orElse("data"));
    Settings settings = Settings.load(arguments.value("--config").map(Path::of), System.getenv());
    arguments.end();

    Report report;
    if (embedded) {
      if (!Files.isDirectory(data)) {
        throw new UsageException("There are no data in " + data.toAbsolutePath() + ".");
      }
      try (EmbeddedPostgres postgres = EmbeddedPostgres.keeping(data)) {
        report = audit(postgres.database("bincard"), site);
      }
    } else {
      report = audit(settings.database(), site);
    }
    AuditPrinter.summarize(report, System.out);
    if (!report.isClean()) {
      throw new DifferencesException();
    }
  }

  private static Report audit(DatabaseSettings where, Optional<String> site) {
    try (Database database = Database.open(where)) {
      Migrations.check(database);
      AuditListener printer = new AuditPrinter(System.out, System.err, System::nanoTime);
      return site.isPresent()
          ? Audit.runSite(database, site.get(), printer)
          : Audit.run(database, printer);
    } catch (UnknownSiteException unknown) {
      throw new UsageException("There is no site " + unknown.site() + ".");
    } catch (DatabaseNotReadyException notReady) {
      throw notReady;
    } catch (RuntimeException unfinished) { // or it would look as if there were differences
      LOG.log(System.Logger.Level.WARNING, "The audit broke off", unfinished);
      throw new UsageException("The audit could not be finished: " + unfinished.getMessage());
    }
  }
}
