package io.bincard.server.imports;

import io.bincard.server.catalog.PostgresBarcodes;
import io.bincard.server.catalog.PostgresDeliveries;
import io.bincard.server.catalog.PostgresItems;
import io.bincard.server.catalog.PostgresLocations;
import io.bincard.server.catalog.PostgresLots;
import io.bincard.server.catalog.PostgresSites;
import io.bincard.server.catalog.PostgresTolerances;
import io.bincard.server.db.Database;
import io.bincard.server.imports.Progress.Step;
import io.bincard.server.orders.PostgresCountSheets;
import io.bincard.server.orders.PostgresOrders;
import io.bincard.server.people.PostgresPeople;
import io.bincard.server.reconcile.Reconciler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Imports files. Each is looked through as a whole first; then all of it is done or, if one row is
 * wrong, nothing. Doing it is one transaction for each site it is about. Safe for any number of
 * threads.
 */
public final class Importer {
  /** Files of the later kinds refer to what those of the earlier ones bring. */
  public static final List<String> KINDS =
      List.of(
          "sites",
          "items",
          "barcodes",
          "locations",
          "lots",
          "people",
          "tolerances",
          "deliveries",
          "counts",
          "stock",
          "orders");

  private final PostgresSites sites;
  private final PostgresItems items;
  private final PostgresLocations locations;
  private final PostgresLots lots;
  private final Map<String, FileKind<?, ?>> kinds = new LinkedHashMap<>();

  public Importer(Database database, Reconciler reconciler) {
    this.sites = new PostgresSites(database);
    this.items = new PostgresItems(database);
    this.locations = new PostgresLocations(database);
    this.lots = new PostgresLots(database);
    PostgresBooks books = new PostgresBooks(database);
    Journal journal = new Journal(books, reconciler);
    for (FileKind<?, ?> kind :
        List.of(
            new SiteFile(sites),
            new ItemFile(items),
            new BarcodeFile(new PostgresBarcodes(database)),
            new LocationFile(locations),
            new LotFile(lots, reconciler),
            new PersonFile(new PostgresPeople(database)),
            new ToleranceFile(new PostgresTolerances(database)),
            new DeliveryFile(new PostgresDeliveries(database)),
            new CountSheetFile(new PostgresCountSheets(database)),
            new StockFile(books, journal),
            new OrderFile(new PostgresOrders(database), journal))) {
      kinds.put(kind.name(), kind);
    }
  }

  /**
   * A file to import.
   *
   * @param kind one of {@link #KINDS}
   * @param site that rows without a site are about; empty if each says its own
   * @param bytes CSV, see docs/import.md
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares files, or changes the bytes
  public record File(String kind, String site, byte[] bytes) {}

  /**
   * Imports a file.
   *
   * @param user who wants it
   */
  public ImportReport run(File file, String user, Progress progress) {
    return run(kind(file.kind()), file, user, progress);
  }

  /**
   * Says what importing these files, one after the other, would do. Changes nothing.
   *
   * @return one report a file
   */
  public List<ImportReport> check(List<File> files, Progress progress) {
    References references = references();
    List<ImportReport> reports = new ArrayList<>();
    for (File file : files) {
      reports.add(plan(kind(file.kind()), file, references, progress).report(file.kind(), true));
    }
    return reports;
  }

  private <K, R> ImportReport run(FileKind<K, R> kind, File file, String user, Progress progress) {
    Plan<R> plan = plan(kind, file, references(), progress);
    Map<String, List<Change<R>>> bySite =
        plan.changes().stream()
            .collect(Collectors.groupingBy(Change::site, TreeMap::new, Collectors.toList()));
    int done = 0;
    for (Map.Entry<String, List<Change<R>>> site : bySite.entrySet()) {
      progress.at(Step.WRITING, done, plan.rows());
      kind.write(user, site.getKey(), site.getValue());
      done += site.getValue().stream().mapToInt(change -> change.rows().size()).sum();
    }
    return plan.report(kind.name(), false);
  }

  private <K, R> Plan<R> plan(
      FileKind<K, R> kind, File file, References references, Progress progress) {
    try {
      progress.at(Step.READING, 0, 0);
      Sheet sheet = Sheet.read(file.bytes(), file.site(), kind.columns());
      return new Planner<>(kind, references, progress).plan(sheet.rows());
    } catch (UnreadableSheetException unreadable) {
      return Plan.unreadable(unreadable.findings());
    }
  }

  private References references() {
    return new References(sites, items, locations, lots);
  }

  /** The columns a file of this kind may have. */
  List<Column> columns(String kind) {
    return kind(kind).columns();
  }

  private FileKind<?, ?> kind(String name) {
    FileKind<?, ?> kind = kinds.get(name);
    if (kind == null) {
      throw new IllegalArgumentException(
          "there is no kind of file " + name + ", only " + String.join(", ", KINDS));
    }
    return kind;
  }
}
