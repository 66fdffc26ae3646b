package io.bincard.demo.retail;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Turns a file of "Online Retail" into sites, items, barcodes, deliveries and orders to import, and
 * a report of every row that was dropped or changed.
 */
public final class OnlineRetail {
  private static final String USAGE =
      """
      usage: OnlineRetail FILE FOLDER [SITE]
        FILE    CSV, may be packed (.gz), with the columns InvoiceNo, StockCode, Description, Quantity,
                InvoiceDate, UnitPrice, CustomerID, Country
        FOLDER  for sites.csv, items.csv, barcodes.csv, deliveries.csv, orders.csv and report.csv
        SITE    the warehouse's code (UK)
      """;

  private OnlineRetail() {}

  /** See the usage it prints. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2 || arguments.length > 3) {
      System.err.print(USAGE);
      System.exit(2);
    }
    String site = arguments.length == 3 ? arguments[2] : "UK";
    System.out.print(convert(Path.of(arguments[0]), Path.of(arguments[1]), site));
  }

  /**
   * Converts a file.
   *
   * @return what was done, for people
   * @throws IllegalStateException if the rows that were kept and dropped are not all rows
   */
  public static String convert(Path file, Path folder, String site) throws IOException {
    RetailFile retail = RetailFile.read(file);
    Conversion conversion = Conversion.of(retail.rows());
    String summary = summary(retail, conversion);
    Files.createDirectories(folder);
    write(
        folder.resolve("sites.csv"),
        csv -> {
          csv.writeRecord("site", "name", "zone");
          csv.writeRecord(site, "Gift wholesaler", "Europe/London");
        });
    write(
        folder.resolve("items.csv"),
        csv -> {
          csv.writeRecord("item", "name");
          conversion.names().forEach((code, name) -> csv.writeRecord(code, name));
        });
    write(
        folder.resolve("barcodes.csv"),
        csv -> {
          csv.writeRecord("code", "item", "numbering");
          conversion.names().keySet().forEach(code -> csv.writeRecord(code, code, "own"));
        });
    write(folder.resolve("deliveries.csv"), csv -> deliveries(csv, conversion, site));
    write(folder.resolve("orders.csv"), csv -> orders(csv, conversion, site));
    write(folder.resolve("report.csv"), csv -> report(csv, retail, conversion));
    return summary;
  }

  private static void deliveries(CsvWriter csv, Conversion conversion, String site) {
    csv.writeRecord("site", "delivery", "line", "supplier", "item", "quantity");
    for (Supply.Line line : Supply.of(conversion.kept())) {
      csv.writeRecord(
          site,
          line.delivery(),
          Integer.toString(line.line()),
          "Weekly supply",
          line.code(),
          Long.toString(line.quantity()));
    }
  }

  private static void orders(CsvWriter csv, Conversion conversion, String site) {
    csv.writeRecord("site", "order", "customer", "line", "item", "quantity");
    Map<String, Integer> lines = new HashMap<>();
    Map<String, String> customers = new HashMap<>();
    for (RetailRow row : conversion.kept()) {
      String customer = row.customer().isEmpty() ? "unknown" : row.customer();
      csv.writeRecord(
          site,
          row.invoice(),
          customers.computeIfAbsent(row.invoice(), key -> customer + ", " + row.country()),
          Integer.toString(lines.merge(row.invoice(), 1, Integer::sum)),
          Conversion.code(row),
          Integer.toString(row.quantity()));
    }
  }

  private static void report(CsvWriter csv, RetailFile retail, Conversion conversion) {
    csv.writeRecord("line", "fate", "reason", "invoice", "code", "quantity", "description");
    for (int line : retail.unreadable()) {
      csv.writeRecord(Integer.toString(line), "dropped", Reason.UNREADABLE.name(), "", "", "", "");
    }
    conversion.dropped().forEach((row, reason) -> report(csv, row, reason));
    conversion
        .changed()
        .forEach((row, reasons) -> reasons.forEach(reason -> report(csv, row, reason)));
  }

  private static void report(CsvWriter csv, RetailRow row, Reason reason) {
    csv.writeRecord(
        Integer.toString(row.line()),
        reason.drops() ? "dropped" : "changed",
        reason.name(),
        row.invoice(),
        row.code(),
        Integer.toString(row.quantity()),
        row.description());
  }

  private static String summary(RetailFile retail, Conversion conversion) {
    Sums all = Sums.of(retail.rows());
    Sums kept = Sums.of(conversion.kept());
    Sums dropped = Sums.of(conversion.dropped().keySet());
    if (!kept.plus(dropped).equalsInAmount(all)) {
      throw new IllegalStateException(
          "kept " + kept + " and dropped " + dropped + " are not all: " + all);
    }
    StringBuilder text = new StringBuilder();
    text.append("read     %s, and %d unreadable rows%n".formatted(all, retail.unreadable().size()));
    text.append("kept     %s, in %d orders%n".formatted(kept, orders(conversion)));
    text.append("dropped  %s%n".formatted(dropped));
    counts(retail, conversion)
        .forEach(
            (reason, count) ->
                text.append(
                    "  %7d %s %s: %s%n"
                        .formatted(
                            count,
                            reason.drops() ? "dropped" : "changed",
                            reason.name(),
                            reason.meaning())));
    return text.toString();
  }

  private static long orders(Conversion conversion) {
    return conversion.kept().stream().map(RetailRow::invoice).distinct().count();
  }

  private static Map<Reason, Integer> counts(RetailFile retail, Conversion conversion) {
    Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    Arrays.stream(Reason.values()).forEach(reason -> counts.put(reason, 0));
    counts.put(Reason.UNREADABLE, retail.unreadable().size());
    conversion.dropped().values().forEach(reason -> counts.merge(reason, 1, Integer::sum));
    conversion.changed().values().stream()
        .flatMap(reasons -> reasons.stream())
        .forEach(reason -> counts.merge(reason, 1, Integer::sum));
    return counts;
  }

  private static void write(Path file, Consumer<CsvWriter> rows) {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      rows.accept(csv);
    } catch (IOException notWritten) {
      throw new UncheckedIOException(notWritten);
    }
  }
}
