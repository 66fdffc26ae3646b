package io.bincard.demo.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.server.db.Database;
import io.bincard.server.db.EmbeddedPostgres;
import io.bincard.server.imports.ImportReport;
import io.bincard.server.imports.Importer;
import io.bincard.server.imports.Progress;
import io.bincard.server.reconcile.PostgresStore;
import io.bincard.server.reconcile.StoreReconciler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnlineRetailTest {
  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  @TempDir Path folder;

  @Test
  void everyRowOfTheFileIsKeptOrReported() throws IOException {
    OnlineRetail.convert(cut(), folder, "UK");

    List<List<String>> report = rows("report.csv");
    Set<String> dropped = new HashSet<>();
    report.stream().filter(row -> row.get(1).equals("dropped")).forEach(r -> dropped.add(r.get(0)));
    assertThat(dropped.size() + rows("orders.csv").size()).isEqualTo(322);
    assertThat(report)
        .extracting(row -> row.get(2))
        .contains("CANCELLED", "NO_GOODS", "CORRECTION");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom  | -",
        "536365,85123a,HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom  | CODE_IN_LOWER_CASE",
        "536365,85123A,NA,6,2010-12-01 08:26:00,2.55,17850,United Kingdom     |"
            + " DESCRIPTION_MISSING",
        "536365,85123A,,6,2010-12-01 08:26:00,2.55,17850,United Kingdom       |"
            + " DESCRIPTION_MISSING",
        "536365,85123A,HAERT,6,2010-12-01 08:26:00,2.55,17850,United Kingdom  |"
            + " DESCRIPTION_DIFFERS",
        "536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,NA,United Kingdom     | CUSTOMER_MISSING",
        "536365,85123A,HEART,6,12/1/2010 8:26,2.55,17850,United Kingdom       | -",
        "C536365,85123A,HEART,-6,2010-12-01 08:26:00,2.55,17850,United Kingdom | CANCELLED",
        "536365,POST,POSTAGE,6,2010-12-01 08:26:00,2.55,17850,United Kingdom  | NO_GOODS",
        "536365,m,Manual,6,2010-12-01 08:26:00,2.55,17850,United Kingdom      | NO_GOODS",
        "536365,BANK CHARGES,x,6,2010-12-01 08:26:00,2.55,17850,United Kingdom | NO_GOODS",
        "A5363,85123A,lost,6,2010-12-01 08:26:00,0,NA,United Kingdom          | CORRECTION",
        "A5363,85123A,lost,-6,2010-12-01 08:26:00,0,NA,United Kingdom         | CORRECTION",
        "536365,85123A,HEART,-6,2010-12-01 08:26:00,2.55,17850,United Kingdom | NOT_POSITIVE",
        "536365,85123A,HEART,0,2010-12-01 08:26:00,2.55,17850,United Kingdom  | NOT_POSITIVE",
        "536365,85123A,HEART,10000001,2010-12-01 08:26:00,1,17850,Ireland     | TOO_MANY",
        "536365,85123A,HEART,six,2010-12-01 08:26:00,2.55,17850,Ireland       | UNREADABLE",
        "536365,85123A,HEART,6,yesterday,2.55,17850,United Kingdom            | UNREADABLE",
        ",85123A,HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom        | UNREADABLE",
        "536365,85123A,HEART                                                  | UNREADABLE",
      })
  void whatIsOddAboutARowIsReported(String row, String reason) throws IOException {
    String usual = "536366,85123A,HEART,1,2010-12-01 08:26:00,2.55,17850,United Kingdom\n";
    Path file = folder.resolve("retail.csv");
    Files.writeString(file, HEADER + usual + usual + row.strip() + "\n");

    OnlineRetail.convert(file, folder, "UK");

    assertThat(rows("report.csv").stream().filter(r -> r.get(0).equals("4")).map(r -> r.get(2)))
        .isEqualTo(reason == null ? List.of() : List.of(reason));
  }

  @Test
  void theSumsAreSaid() throws IOException {
    assertThat(OnlineRetail.convert(cut(), folder, "UK").lines().limit(3))
        .containsExactly(
            "read     322 rows, 2228 units, 17407.301 pounds, and 0 unreadable rows",
            "kept     288 rows, 76559 units, 83332.651 pounds, in 34 orders",
            "dropped  34 rows, -74331 units, -65925.35 pounds");
  }

  @Test
  void aPackedFileIsUnpackedAndLatin1IsUnderstood() throws IOException {
    Path packed = folder.resolve("retail.csv.gz");
    String row = "1,85123A,VOUCHER £5,1,2010-12-01 08:26:00,2.55,17850,United Kingdom\n";
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write((HEADER + row).getBytes(StandardCharsets.ISO_8859_1));
    }

    OnlineRetail.convert(packed, folder, "UK");

    assertThat(rows("items.csv")).containsExactly(List.of("85123A", "VOUCHER £5"));
  }

  @Test
  void anotherHeaderIsNamed() throws IOException {
    Path file = folder.resolve("retail.csv");
    Files.writeString(file, "Invoice,Code\n1,2\n");

    assertThatThrownBy(() -> OnlineRetail.convert(file, folder, "UK"))
        .hasMessageContaining("InvoiceNo")
        .hasMessageContaining("Invoice, Code");
  }

  @Test
  void theDeliveriesBringWhatIsOrdered() throws IOException {
    OnlineRetail.convert(cut(), folder, "UK");

    Map<String, Integer> left = new HashMap<>();
    rows("deliveries.csv")
        .forEach(r -> left.merge(r.get(4), Integer.parseInt(r.get(5)), Integer::sum));
    rows("orders.csv")
        .forEach(r -> left.merge(r.get(4), -Integer.parseInt(r.get(5)), Integer::sum));
    assertThat(left.values()).allSatisfy(units -> assertThat(units).isBetween(0, 11));
  }

  @Test
  void theFilesAreImportedWithoutAnError() throws IOException {
    OnlineRetail.convert(cut(), folder, "UK");

    try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
        Database database = Database.open(postgres.freshDatabase())) {
      Importer importer =
          new Importer(
              database,
              new StoreReconciler(new PostgresStore(database), "SERVER", UUID::randomUUID));
      for (String kind : List.of("sites", "items", "barcodes", "deliveries", "orders")) {
        byte[] file = Files.readAllBytes(folder.resolve(kind + ".csv"));
        ImportReport report =
            importer.run(new Importer.File(kind, "", file), "demo", Progress.NOBODY);
        assertThat(report.verdicts()).as(kind).isEmpty();
        assertThat(report.fresh()).as(kind).isEqualTo(report.rows()).isPositive();
      }
    }
  }

  private static Path cut() {
    return Path.of("src/test/resources/io/bincard/demo/retail/online-retail-cut.csv");
  }

  /** The rows of a file without its header. */
  private List<List<String>> rows(String file) throws IOException {
    try (var csv =
        de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(folder.resolve(file))) {
      return csv.stream().skip(1).map(record -> record.getFields()).toList();
    }
  }
}
