package io.bincard.server.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One CSV file in the making. */
final class Table {
  private final String kind;
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String kind, String... header) {
    this.kind = kind;
    this.header = List.of(header);
  }

  /** Adds a row; each value is written as its text. */
  void add(Object... values) {
    if (values.length != header.size()) {
      throw new IllegalArgumentException(kind + " has columns " + header);
    }
    rows.add(Arrays.stream(values).map(Object::toString).toList());
  }

  int size() {
    return rows.size();
  }

  /** Writes {@code items.csv} for the kind items. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (CsvWriter csv = CsvWriter.builder().build(folder.resolve(kind + ".csv"))) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    }
  }
}
