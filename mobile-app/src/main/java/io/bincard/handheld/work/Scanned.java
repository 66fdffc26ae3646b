package io.bincard.handheld.work;

import io.bincard.model.barcode.Barcode;
import io.bincard.model.barcode.PlainCode;
import io.bincard.model.barcode.Scan;
import io.bincard.model.barcode.UnreadableCode;
import io.bincard.model.operation.RawScan;
import io.bincard.model.sync.Row;
import java.util.Optional;

/**
 * All that a scan can mean here. Which of it counts, the work decides by what it expects: a number
 * that is somebody's badge can be an item, too.
 *
 * @param code what it is looked up by: a 14-digit GTIN, or the text as scanned
 */
public record Scanned(
    Scan scan,
    Barcode barcode,
    String code,
    Optional<ScannedItem> item,
    Optional<Row.Location> bin,
    Optional<Row.Person> person) {

  /** As it goes into the journal. */
  RawScan raw() {
    return new RawScan(scan.data(), scan.symbology().name());
  }

  /** The carton with this number. */
  Optional<String> carton() {
    return barcode.sscc().map(Object::toString);
  }

  /** A code that means nothing known, and could be written on a tote. */
  Optional<String> tote() {
    boolean free =
        barcode instanceof PlainCode
            && item.isEmpty()
            && bin.isEmpty()
            && person.isEmpty()
            && barcode.gtin().isEmpty()
            && !code.isBlank()
            && Longest.NAME.allows(code);
    return free ? Optional.of(code.toUpperCase(java.util.Locale.ROOT)) : Optional.empty();
  }

  /** The batch number it states, or is if it is nothing else. */
  Optional<String> lot() {
    return barcode.lot().or(this::words);
  }

  /** The serial number it states, or is if it is nothing else. */
  Optional<String> serial() {
    return barcode.serial().or(this::words);
  }

  private Optional<String> words() {
    boolean other = item.isPresent() || bin.isPresent() || person.isPresent();
    return !other && barcode instanceof PlainCode && !barcode.text().isBlank()
        ? Optional.of(barcode.text())
        : Optional.empty();
  }

  /** What is wrong with it, if it claims to be of GS1 and is not as the standard wants. */
  Optional<String> fault() {
    return barcode instanceof UnreadableCode unreadable
        ? Optional.of(unreadable.error().message())
        : Optional.empty();
  }

  /** What was scanned, for people. */
  String name() {
    return bin.map(Row.Location::location)
        .or(() -> item.map(each -> each.row().name()))
        .or(() -> person.map(Row.Person::name))
        .orElse(code);
  }
}
