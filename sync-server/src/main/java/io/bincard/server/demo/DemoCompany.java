package io.bincard.server.demo;

import io.bincard.server.client.ImportClient;
import io.bincard.server.client.ImportFailedException;
import io.bincard.server.imports.ImportReport;
import io.bincard.server.imports.Importer;
import io.bincard.server.imports.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * A company with two warehouses and a store: 600 locations, 2,000 items, stock, 60 orders and eight
 * people, as files to import. The same seed and day make the same files, byte for byte.
 */
public final class DemoCompany {
  private DemoCompany() {}

  /** The people, with the badges, PINs and passwords that {@code people.csv} has. */
  public static List<DemoPerson> people() {
    return DemoPerson.ALL;
  }

  /**
   * Writes the files, each called after its kind: {@code items.csv}.
   *
   * @param today from which the days are counted that goods keep
   * @param folder made if it is not there; files of the same names are replaced
   */
  public static void write(long seed, LocalDate today, Path folder) throws IOException {
    Random random = new Random(seed);
    List<DemoItem> items = Assortment.make(random);
    DemoStock stock = DemoStock.make(items, today, random);
    DemoWork work = DemoWork.make(stock, random);
    for (Table table :
        List.of(
            sites(),
            items(items),
            Labels.make(items),
            locations(),
            stock.lots,
            persons(),
            tolerances(),
            work.deliveries,
            work.counts,
            stock.stock,
            work.orders)) {
      table.write(folder);
    }
  }

  /**
   * Brings the files of a folder to a server, as anybody would. To do it again changes nothing.
   *
   * @throws ImportFailedException if the server is not reached
   * @throws IllegalStateException if the server's books hold something else under the same names
   */
  public static void bring(Path folder, ImportClient server)
      throws IOException, ImportFailedException {
    for (String kind : Importer.KINDS) {
      byte[] file = Files.readAllBytes(folder.resolve(kind + ".csv"));
      ImportReport report = server.run(new Importer.File(kind, "", file), Progress.NOBODY);
      if (!report.applied()) {
        throw new IllegalStateException(kind + " of the demo company: " + report.verdicts());
      }
    }
  }

  private static Table sites() {
    Table table = new Table("sites", "site", "name", "zone", "company_prefix");
    DemoSite.ALL.forEach(
        site -> table.add(site.code(), site.name(), site.zone(), site.companyPrefix()));
    return table;
  }

  private static Table items(List<DemoItem> items) {
    Table table = new Table("items", "item", "name", "unit", "tracking", "class", "cost");
    items.forEach(
        item ->
            table.add(item.sku(), item.name(), "each", item.tracking(), item.abc(), item.cost()));
    return table;
  }

  private static Table locations() {
    Table table =
        new Table(
            "locations",
            "site",
            "location",
            "kind",
            "aisle",
            "bay",
            "level",
            "position",
            "sequence");
    DemoSite.ALL.forEach(site -> site.addLocations(table));
    return table;
  }

  private static Table persons() {
    Table table =
        new Table("people", "person", "name", "role", "sites", "badge", "pin", "password");
    DemoPerson.ALL.forEach(
        person ->
            table.add(
                person.person(),
                person.name(),
                person.role(),
                person.sites(),
                person.badge(),
                person.pin(),
                person.password()));
    return table;
  }

  /** A dear item is to be counted right, of a cheap one two may be missing. */
  private static Table tolerances() {
    Table table = new Table("tolerances", "site", "class", "units");
    for (DemoSite site : DemoSite.ALL) {
      table.add(site.code(), "", 1);
      table.add(site.code(), "A", 0);
      table.add(site.code(), "C", 2);
    }
    return table;
  }
}
