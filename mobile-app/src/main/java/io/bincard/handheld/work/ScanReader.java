package io.bincard.handheld.work;

import io.bincard.handheld.replica.View;
import io.bincard.model.barcode.Barcode;
import io.bincard.model.barcode.BarcodeParser;
import io.bincard.model.barcode.BarcodeSettings;
import io.bincard.model.barcode.Gs1ElementString;
import io.bincard.model.barcode.RetailCode;
import io.bincard.model.barcode.Scan;
import io.bincard.model.barcode.VariableMeasure;
import io.bincard.model.barcode.gs1.Gtin;
import io.bincard.model.stock.Quantity;
import io.bincard.model.sync.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Finds out what a scan means at this site. */
final class ScanReader {
  private final View view;

  ScanReader(View view) {
    this.view = view;
  }

  /**
   * Everything that a scan can mean.
   *
   * @param now microseconds since 1970-01-01T00:00Z: a barcode has the meaning that is in force
   */
  Scanned read(Scan scan, long now) {
    Barcode barcode = BarcodeParser.parse(scan, settings(now));
    String text = barcode.text().strip();
    String code = gtin(barcode).map(Gtin::digits).orElse(text);
    if (text.isEmpty()) {
      return new Scanned(scan, barcode, code, Optional.empty(), Optional.empty(), Optional.empty());
    }
    return new Scanned(
        scan,
        barcode,
        code,
        item(barcode, code, text, now),
        view.location(text.toUpperCase(Locale.ROOT)),
        view.personByBadge(text));
  }

  /** Item and lot may be on two barcodes of one label, so one alone is in order. */
  private static BarcodeSettings settings(long now) {
    int year = Instant.EPOCH.plus(now, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC).getYear();
    return BarcodeSettings.usual(year).withPartnersRequired(false);
  }

  /** The trade item, or of a logistic unit the trade items in it. */
  private static Optional<Gtin> gtin(Barcode barcode) {
    return barcode
        .gtin()
        .or(
            () ->
                barcode instanceof Gs1ElementString elements
                    ? elements.contentGtin()
                    : Optional.empty());
  }

  private Optional<ScannedItem> item(Barcode barcode, String code, String text, long now) {
    Optional<Row.Barcode> meaning = view.barcode(code, now).or(() -> view.barcode(text, now));
    String item = meaning.map(Row.Barcode::item).orElse(text);
    Quantity pack = meaning.map(Row.Barcode::pack).orElse(Quantity.units(1));
    return view.item(item).map(row -> scanned(row, pack, barcode));
  }

  private static ScannedItem scanned(Row.Item row, Quantity pack, Barcode barcode) {
    return new ScannedItem(
        row,
        pack,
        weight(barcode, row).orElse(pack.times(packs(barcode))),
        barcode.lot(),
        barcode.serial(),
        barcode.expiry());
  }

  private static Quantity packs(Barcode barcode) {
    int count = barcode.count().orElse(1);
    return Quantity.units(Math.max(1, count));
  }

  private static Optional<Quantity> weight(Barcode barcode, Row.Item row) {
    if (!row.unit().equalsIgnoreCase("kg")) {
      return Optional.empty();
    }
    if (barcode instanceof Gs1ElementString elements) {
      return elements.netKilograms().map(ScanReader::quantity);
    }
    if (barcode instanceof RetailCode retail) {
      return retail
          .measure()
          .filter(measure -> measure.kind() == VariableMeasure.Kind.WEIGHT)
          .map(measure -> quantity(measure.amount()));
    }
    return Optional.empty();
  }

  private static Quantity quantity(BigDecimal kilograms) {
    return Quantity.parse(kilograms.toPlainString());
  }
}
