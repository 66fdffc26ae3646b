package io.bincard.demo.retail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file of "Online Retail", read.
 *
 * @param rows those that could be understood
 * @param unreadable the lines of those that could not
 */
record RetailFile(List<RetailRow> rows, List<Integer> unreadable) {
  private static final List<String> COLUMNS =
      List.of(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID",
          "Country");
  // The file goes round with dates as 2010-12-01 08:26:00 and as 12/1/2010 8:26.
  private static final DateTimeFormatter AMERICAN =
      DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);

  /**
   * Reads a file, unpacking it if its name ends with {@code .gz}.
   *
   * @throws IllegalArgumentException if it lacks a column
   */
  static RetailFile read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return parse(decode(plain.readAllBytes()));
    }
  }

  private static RetailFile parse(String text) throws IOException {
    List<RetailRow> rows = new ArrayList<>();
    List<Integer> unreadable = new ArrayList<>();
    Map<String, Integer> header = new HashMap<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        if (header.isEmpty()) {
          header = header(record);
        } else {
          row(record, header)
              .ifPresentOrElse(
                  rows::add, () -> unreadable.add((int) record.getStartingLineNumber()));
        }
      }
    }
    return new RetailFile(rows, unreadable);
  }

  private static Map<String, Integer> header(CsvRecord record) {
    Map<String, Integer> header = new HashMap<>();
    for (int i = 0; i < record.getFieldCount(); i++) {
      header.put(record.getField(i).strip(), i);
    }
    if (!header.keySet().containsAll(COLUMNS)) {
      throw new IllegalArgumentException(
          "The file needs the columns " + COLUMNS + " but has " + record.getFields() + ".");
    }
    return header;
  }

  private static Optional<RetailRow> row(CsvRecord record, Map<String, Integer> header) {
    List<String> cells = new ArrayList<>();
    for (String column : COLUMNS) {
      int index = header.get(column);
      String cell = index < record.getFieldCount() ? record.getField(index).strip() : "";
      cells.add(cell.equals("NA") ? "" : cell);
    }
    if (cells.get(0).isEmpty() || cells.get(1).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RetailRow(
              (int) record.getStartingLineNumber(),
              cells.get(0),
              cells.get(1),
              cells.get(2).replaceAll("\\s+", " "),
              Integer.parseInt(cells.get(3)),
              date(cells.get(4)),
              new BigDecimal(cells.get(5)),
              cells.get(6),
              cells.get(7)));
    } catch (NumberFormatException | DateTimeParseException wrong) {
      return Optional.empty();
    }
  }

  private static LocalDate date(String cell) {
    String day = cell.split(" ", 2)[0];
    return day.contains("/") ? LocalDate.parse(day, AMERICAN) : LocalDate.parse(day);
  }

  // It also goes round in UTF-8 and in Latin 1, which differ in the pound sign.
  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
