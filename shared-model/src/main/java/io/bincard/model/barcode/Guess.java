package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.DigitalLink;
import io.bincard.model.barcode.gs1.ElementString;
import io.bincard.model.barcode.gs1.Gtin;
import io.bincard.model.barcode.gs1.ReadErrorCode;
import io.bincard.model.barcode.gs1.Sscc;
import java.util.Set;

/**
 * Reads data of which nobody told the symbology. What is GS1 beyond doubt is read as such, errors
 * included; what only might be is read as GS1 if it is without error, and is a plain code
 * otherwise.
 */
final class Guess {

  /** The start of a message of ISO/IEC 15434, which has separators of its own. */
  private static final String OTHER_STANDARD = "[)>";

  /** Errors between elements that are all right by themselves, which is no chance. */
  private static final Set<ReadErrorCode> NO_CHANCE =
      Set.of(
          ReadErrorCode.PARTNER_MISSING, ReadErrorCode.NOT_TOGETHER, ReadErrorCode.CONTRADICTION);

  private static final int SSCC_LENGTH = 18;
  private static final int GTIN_LENGTH = 14;

  private Guess() {}

  static Barcode read(Scan scan, ScanText text, BarcodeSettings settings) {
    String data = text.text();
    if (data.isEmpty()) {
      return BarcodeParser.unreadable(scan, text, ReadErrorCode.NO_DATA, "there is no data");
    }
    if (DigitalLink.isAddress(data)) {
      return ElementReader.readLink(scan, text, settings);
    }
    if (startsWithBrackets(data)) {
      return ElementReader.readBracketed(scan, text, settings);
    }
    if (data.indexOf(ElementString.SEPARATOR) >= 0 && !data.startsWith(OTHER_STANDARD)) {
      return ElementReader.read(scan, text, settings);
    }
    if ((data.length() == 12 || data.length() == 13) && Gtin.of(data).isPresent()) {
      Symbology symbology = data.length() == 12 ? Symbology.UPC_A : Symbology.EAN_13;
      return RetailReader.read(scan, symbology, text, settings);
    }
    return startsWithKey(data) || text.hasSubstitutes()
        ? elementsOrPlain(scan, text, settings)
        : new PlainCode(scan, data);
  }

  private static Barcode elementsOrPlain(Scan scan, ScanText text, BarcodeSettings settings) {
    Barcode attempt = ElementReader.read(scan, text, settings);
    return attempt instanceof UnreadableCode unreadable
            && !NO_CHANCE.contains(unreadable.error().code())
        ? new PlainCode(scan, text.text())
        : attempt;
  }

  /** An SSCC or a GTIN, and perhaps more. */
  private static boolean startsWithKey(String data) {
    if (data.startsWith("00") && data.length() >= 2 + SSCC_LENGTH) {
      return Sscc.of(data.substring(2, 2 + SSCC_LENGTH)).isPresent();
    }
    boolean gtin = data.startsWith("01") || data.startsWith("02");
    return gtin
        && data.length() >= 2 + GTIN_LENGTH
        && Gtin.of(data.substring(2, 2 + GTIN_LENGTH)).isPresent();
  }

  private static boolean startsWithBrackets(String data) {
    int close = data.indexOf(')');
    if (data.charAt(0) != '(' || close < 3 || close > 5) {
      return false;
    }
    return data.chars().skip(1).limit(close - 1L).allMatch(digit -> digit >= '0' && digit <= '9');
  }
}
