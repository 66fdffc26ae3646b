package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.DigitalLink;
import io.bincard.model.barcode.gs1.ReadError;
import io.bincard.model.barcode.gs1.ReadErrorCode;
import java.util.Optional;

/** Tells what a scan means: the door of this package. Never throws on data, whatever it is. */
public final class BarcodeParser {

  private BarcodeParser() {}

  /** What the scan means at a site with these settings. */
  public static Barcode parse(Scan scan, BarcodeSettings settings) {
    ScanText text = ScanText.of(scan, settings);
    Optional<Symbology> identified = SymbologyIdentifier.at(text.text(), 0);
    if (identified.isPresent()) {
      ScanText behind = text.from(SymbologyIdentifier.LENGTH);
      return read(scan, identified.orElseThrow(), behind, settings);
    }
    if (scan.symbology() == Symbology.UNKNOWN && settings.identifierRequired()) {
      return unreadable(
          scan, text, ReadErrorCode.NO_SYMBOLOGY, "the scanner sent no symbology identifier");
    }
    return read(scan, scan.symbology(), text, settings);
  }

  private static Barcode read(
      Scan scan, Symbology symbology, ScanText text, BarcodeSettings settings) {
    return switch (symbology.content()) {
      case ELEMENTS -> ElementReader.read(scan, text, settings);
      case RETAIL -> RetailReader.read(scan, symbology, text, settings);
      case PLAIN -> plain(scan, text, settings);
      case OPEN -> Guess.read(scan, text, settings);
    };
  }

  private static Barcode plain(Scan scan, ScanText text, BarcodeSettings settings) {
    String data = text.text();
    return DigitalLink.isAddress(data)
        ? ElementReader.readLink(scan, text, settings)
        : new PlainCode(scan, data);
  }

  static Barcode unreadable(Scan scan, ScanText text, ReadErrorCode code, String message) {
    return new UnreadableCode(scan, text.text(), new ReadError(code, text.start(), message));
  }
}
