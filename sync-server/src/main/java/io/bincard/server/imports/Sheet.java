package io.bincard.server.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as rows under named columns.
 *
 * <p>UTF-8 with or without byte order mark, comma between the fields, quoting as in RFC 4180, lines
 * ended by LF or CRLF. The header may have its columns in any order and in any case. Lines without
 * a value are passed over.
 */
record Sheet(List<SheetRow> rows) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * Reads a file.
   *
   * @param site that rows without a site are about; may be empty
   * @throws UnreadableSheetException if it is no such CSV, or its columns are not those of the kind
   */
  static Sheet read(byte[] file, String site, List<Column> columns)
      throws UnreadableSheetException {
    String text = decode(file);
    Source source = Source.of(file, site);
    List<SheetRow> rows = new ArrayList<>();
    CsvRecord last = null;
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .allowExtraFields(true) // each row is told so by itself
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(false)
            .ofCsvRecord(text)) {
      Map<String, Integer> header = Map.of();
      for (CsvRecord record : records) {
        if (last == null) {
          header = header(record, columns);
        } else if (!isBlank(record)) {
          rows.add(SheetRow.of(record, source, header, columns));
        }
        last = record;
      }
    } catch (CsvParseException malformed) {
      throw malformed(malformed, last);
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    if (last == null) {
      throw new UnreadableSheetException(1, "the file is empty: it needs a header");
    }
    requireClosedQuote(text, last);
    return new Sheet(List.copyOf(rows));
  }

  private static UnreadableSheetException malformed(
      CsvParseException malformed, @Nullable CsvRecord last) {
    Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
    int line = last == null ? 1 : (int) last.getStartingLineNumber() + 1;
    return new UnreadableSheetException(
        line,
        "from here on the quotes do not fit ("
            + cause.getMessage()
            + "): write a field that contains a comma or a quote as \"...\", and a quote in it"
            + " twice");
  }

  private static boolean isBlank(CsvRecord record) {
    return record.getFields().stream().allMatch(String::isBlank);
  }

  /** The library reads an open quote to the end of the file, over the lines that follow. */
  private static void requireClosedQuote(String text, CsvRecord last)
      throws UnreadableSheetException {
    String lastField = last.getField(last.getFieldCount() - 1);
    if (lastField.indexOf('\n') >= 0 && !text.stripTrailing().endsWith("\"")) {
      throw new UnreadableSheetException(
          (int) last.getStartingLineNumber(), "a quote is opened here and never closed");
    }
  }

  private static Map<String, Integer> header(CsvRecord record, List<Column> columns)
      throws UnreadableSheetException {
    int line = (int) record.getStartingLineNumber();
    List<String> known = columns.stream().map(Column::name).toList();
    List<Finding> findings = new ArrayList<>();
    Map<String, Integer> header = new LinkedHashMap<>();
    for (int i = 0; i < record.getFieldCount(); i++) {
      String name = record.getField(i).strip().toLowerCase(Locale.ROOT);
      if (!known.contains(name)) {
        findings.add(new Finding(line, name, unknownColumn(name, known)));
      } else if (header.putIfAbsent(name, i) != null) {
        findings.add(new Finding(line, name, "the column is there twice: take one away"));
      }
    }
    for (Column column : columns) {
      if (column.required() && !header.containsKey(column.name())) {
        findings.add(new Finding(line, column.name(), "the column is missing from the header"));
      }
    }
    if (!findings.isEmpty()) {
      throw new UnreadableSheetException(findings);
    }
    return header;
  }

  private static String unknownColumn(String name, List<String> known) {
    if (name.contains(";") || name.contains("\t")) {
      return "the fields seem to be separated by semicolons or tabs: save the file with commas";
    }
    return "there is no such column: take it away, or rename it to one of "
        + String.join(", ", known);
  }

  private static String decode(byte[] file) throws UnreadableSheetException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(file);
    CharBuffer characters = CharBuffer.allocate(file.length);
    CoderResult result = decoder.decode(bytes, characters, true);
    if (result.isError()) {
      throw new UnreadableSheetException(
          lineAt(file, bytes.position()), "here is a byte that is no UTF-8: save it as UTF-8");
    }
    String text = characters.flip().toString();
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static int lineAt(byte[] file, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (file[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
