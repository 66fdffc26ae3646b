package io.bincard.server.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.bincard.model.stock.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One row of a file, read cell by cell. A cell that can't be understood is noted as a finding and
 * something harmless is returned, so that all that is wrong with a row is found in one go; a row
 * with findings is never used. Not for several threads.
 *
 * <p>White space around a value is not part of it. An optional column may be absent, so that {@link
 * #has} decides between "leave it as it is" and "blank".
 */
final class SheetRow {
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_CODE = 60;

  private final int line;
  private final Source source;
  private final Map<String, Integer> header;
  private final List<String> cells;
  private final Set<Finding> findings = new LinkedHashSet<>(); // a cell may be read twice

  private SheetRow(int line, Source source, Map<String, Integer> header, List<String> cells) {
    this.line = line;
    this.source = source;
    this.header = header;
    this.cells = cells;
  }

  static SheetRow of(
      CsvRecord record, Source source, Map<String, Integer> header, List<Column> columns) {
    SheetRow row =
        new SheetRow((int) record.getStartingLineNumber(), source, header, record.getFields());
    if (record.getFieldCount() != header.size()) {
      row.reject(
          "",
          "the line has %d fields, the header has %d: look for a missing or superfluous comma or quote"
              .formatted(record.getFieldCount(), header.size()));
      return row;
    }
    for (Column column : columns) {
      if (column.required() && row.cell(column.name()).isEmpty()) {
        row.reject(column.name(), "is blank: fill it in");
      }
    }
    return row;
  }

  int line() {
    return line;
  }

  /** The file it is in. */
  Source source() {
    return source;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  boolean isGood() {
    return findings.isEmpty();
  }

  void reject(String field, String message) {
    findings.add(new Finding(line, field, message));
  }

  boolean has(String column) {
    return header.containsKey(column);
  }

  boolean isBlank(String column) {
    return cell(column).isEmpty();
  }

  /** The site the row is about: what its column says, else what was said for the whole file. */
  String site() {
    String site = siteOrNone();
    if (site.isEmpty()) {
      reject("site", "is blank: fill it in, or say which site the whole file is about");
    }
    return site;
  }

  /** As {@link #site}, but it need not have one. */
  String siteOrNone() {
    return isBlank("site") ? source.site() : code("site");
  }

  /** Codes with blanks or semicolons between them. */
  List<String> words(String column) {
    return Arrays.stream(cell(column).split("[\\s;]+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Words for people, at most 200 characters; white space in it becomes one space. */
  String text(String column) {
    String text = cell(column).replaceAll("\\s+", " ");
    return checked(column, text, LONGEST_TEXT);
  }

  /** A name of something, exactly as written: at most 60 characters, no white space but blanks. */
  String code(String column) {
    return checked(column, cell(column), LONGEST_CODE);
  }

  /** As {@link #code}, in upper case. */
  String upperCaseCode(String column) {
    return code(column).toUpperCase(Locale.ROOT);
  }

  /** What nobody else should read: kept as it is, blanks around it too. */
  String secret(String column) {
    Integer index = header.get(column);
    return index == null || index >= cells.size() ? "" : cells.get(index);
  }

  /** An amount in base units, 0 or more, at most ten million, with at most six decimal places. */
  Quantity quantity(String column) {
    if (isBlank(column)) {
      return Quantity.ZERO; // whoever needs it has declared the column as required
    }
    try {
      Quantity quantity = Quantity.parse(cell(column));
      if (quantity.isNegative()) {
        reject(column, "is below zero: write 0 or more");
      }
      return quantity;
    } catch (IllegalArgumentException wrong) {
      reject(column, shown(cell(column)) + " won't do: " + wrong.getMessage());
      return Quantity.ZERO;
    }
  }

  /** As {@link #quantity}, above zero. */
  Quantity positiveQuantity(String column) {
    Quantity quantity = quantity(column);
    if (quantity.isZero() && isGood()) {
      reject(column, "is zero: write a quantity above zero, or leave the row out");
    }
    return quantity;
  }

  /** What has serial numbers comes in whole units. */
  void requireWhole(String column, Quantity quantity) {
    if (quantity.millionths() % Quantity.UNIT != 0) {
      reject(column, "the item is tracked by serial number: write a whole number");
    }
  }

  int integer(String column, int blank, int least, int most) {
    if (isBlank(column)) {
      return blank;
    }
    String range = "a whole number from " + least + " to " + most;
    try {
      int number = Integer.parseInt(cell(column));
      if (number < least || number > most) {
        reject(column, shown(cell(column)) + " is out of range: write " + range);
      }
      return number;
    } catch (NumberFormatException wrong) {
      reject(column, shown(cell(column)) + " is no number: write " + range);
      return blank;
    }
  }

  /** Money: 0 or more with at most six decimal places; blank is 0. */
  BigDecimal cost(String column) {
    String cell = cell(column);
    if (cell.isEmpty()) {
      return BigDecimal.ZERO;
    }
    if (!cell.matches("[0-9]{1,9}([.][0-9]{1,6})?")) {
      reject(
          column, shown(cell) + " is no amount of money: write it like 12.5, without a currency");
      return BigDecimal.ZERO;
    }
    return new BigDecimal(cell);
  }

  LocalDate date(String column) {
    try {
      return LocalDate.parse(cell(column));
    } catch (DateTimeParseException wrong) {
      reject(column, shown(cell(column)) + " is no date: write it like 2027-03-31");
      return LocalDate.EPOCH;
    }
  }

  boolean flag(String column, boolean blank) {
    return switch (cell(column).toLowerCase(Locale.ROOT)) {
      case "" -> blank;
      case "yes", "true", "1" -> true;
      case "no", "false", "0" -> false;
      default -> {
        reject(column, shown(cell(column)) + " is neither yes nor no");
        yield blank;
      }
    };
  }

  /** One of a few words; lower case and blanks for underscores will do. */
  <E extends Enum<E>> E oneOf(String column, Class<E> choices, E blank) {
    String word = cell(column).toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    if (word.isEmpty()) {
      return blank;
    }
    for (E choice : choices.getEnumConstants()) {
      if (choice.name().equals(word)) {
        return choice;
      }
    }
    reject(
        column,
        shown(cell(column))
            + " is none of "
            + String.join(
                ", ", Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList()));
    return blank;
  }

  /** A value in a message: short, so that a runaway quote does not fill the screen. */
  static String shown(String value) {
    return '"' + (value.length() > 40 ? value.substring(0, 40) + "..." : value) + '"';
  }

  private String checked(String column, String value, int longest) {
    if (value.length() > longest) {
      reject(
          column, shown(value) + " is longer than " + longest + " characters; is a quote missing?");
    } else if (value.chars().anyMatch(Character::isISOControl)) {
      reject(column, shown(value) + " contains a line break or another control character");
    }
    return value;
  }

  private String cell(String column) {
    Integer index = header.get(column);
    return index == null || index >= cells.size() ? "" : cells.get(index).strip();
  }
}
