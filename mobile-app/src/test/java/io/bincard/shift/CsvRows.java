package io.bincard.shift;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads CSV files with a header. */
final class CsvRows {
  private CsvRows() {}

  /** All rows, each by the names of its columns. */
  static List<Map<String, String>> read(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(open(file))) {
      records.forEach(record -> rows.add(record.getFieldsAsMap()));
    }
    return rows;
  }

  /**
   * Copies the rows of the first so many groups, as they are.
   *
   * @param by the index of the column that rows are grouped by
   */
  static void cut(Path from, int by, int groups, Path to) throws IOException {
    Set<String> seen = new HashSet<>();
    try (CsvReader<CsvRecord> records =
            CsvReader.builder().allowMissingFields(true).ofCsvRecord(open(from));
        CsvWriter out = CsvWriter.builder().build(to)) {
      boolean header = true;
      for (CsvRecord record : records) {
        if (!header && seen.add(record.getField(by)) && seen.size() > groups) {
          return;
        }
        header = false;
        out.writeRecord(record.getFields());
      }
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
            StandardCharsets.UTF_8));
  }
}
