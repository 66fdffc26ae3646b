package io.bincard.server.imports;

import static io.bincard.server.imports.Column.optional;
import static io.bincard.server.imports.Column.required;

import io.bincard.server.catalog.PostgresSites;
import io.bincard.server.catalog.Site;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sites. */
record SiteFile(PostgresSites table) implements FileKind<String, Site> {
  private static final int LONGEST_MINUTES = 14 * 24 * 60;

  @Override
  public String name() {
    return "sites";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        required("site"),
        required("name"),
        required("zone"),
        optional("company_prefix"),
        optional("negative_stock"),
        optional("count_wait_minutes"),
        optional("lease_minutes"),
        optional("clock_limit_seconds"));
  }

  @Override
  public String key(SheetRow row) {
    String site = row.code("site");
    if (!site.matches("[A-Za-z0-9._-]{1,20}")) {
      row.reject(
          "site", "a site's code has at most 20 letters, digits, dots, hyphens and underscores");
    }
    return site;
  }

  @Override
  public String site(String site) {
    return "";
  }

  @Override
  public Map<String, Site> present(Collection<String> sites) {
    return table.present(sites);
  }

  @Override
  public Site read(
      String site, List<SheetRow> rows, @Nullable Site present, References references) {
    SheetRow row = rows.get(0);
    Site was = present == null ? Site.named(site) : present;
    return new Site(
        site,
        row.text("name"),
        zone(row),
        row.has("company_prefix") ? companyPrefix(row) : was.companyPrefix(),
        row.has("negative_stock") ? row.flag("negative_stock", false) : was.negativeStockAllowed(),
        row.has("count_wait_minutes") ? minutes(row, "count_wait_minutes") : was.countWait(),
        row.has("lease_minutes") ? minutes(row, "lease_minutes") : was.leaseTime(),
        row.has("clock_limit_seconds")
            ? Duration.ofSeconds(row.integer("clock_limit_seconds", 60, 1, 3600))
            : was.clockLimit());
  }

  private static String zone(SheetRow row) {
    String zone = row.text("zone");
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      row.reject(
          "zone", SheetRow.shown(zone) + " is no time zone: write it like Europe/Berlin or UTC");
    }
    return zone;
  }

  private static String companyPrefix(SheetRow row) {
    String prefix = row.code("company_prefix");
    if (!prefix.isEmpty() && !prefix.matches("[0-9]{4,12}")) {
      row.reject("company_prefix", "a GS1 company prefix is 4 to 12 digits");
    }
    return prefix;
  }

  private static Duration minutes(SheetRow row, String column) {
    return Duration.ofMinutes(row.integer(column, 240, 1, LONGEST_MINUTES));
  }

  @Override
  public void write(String user, String site, List<Change<Site>> changes) {
    table.write(changes.stream().map(Change::after).toList());
  }
}
