package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.CheckDigit;
import io.bincard.model.barcode.gs1.Gtin;
import io.bincard.model.barcode.gs1.ReadError;
import io.bincard.model.barcode.gs1.ReadErrorCode;
import java.util.Optional;

/** Reads EAN and UPC. */
final class RetailReader {

  /** What stands between the digits and the element string of a composite barcode. */
  private static final String COMPANION = "|]e0";

  private RetailReader() {}

  static Barcode read(Scan scan, Symbology symbology, ScanText text, BarcodeSettings settings) {
    String all = text.text();
    int split = all.indexOf(COMPANION);
    String digits = split < 0 ? all : all.substring(0, split);
    Optional<ReadError> error = error(symbology, digits);
    if (error.isPresent()) {
      ReadError found = error.orElseThrow();
      return new UnreadableCode(scan, all, found.movedTo(text.start() + found.position()));
    }
    Gtin code = Gtin.of(fullDigits(symbology, digits)).orElseThrow();
    Optional<VariableMeasure> measure = measure(code, settings);
    if (split < 0) {
      return new RetailCode(scan, digits, code, measure, Optional.empty());
    }
    Barcode companion = ElementReader.read(scan, text.from(split + COMPANION.length()), settings);
    return companion instanceof Gs1ElementString elements
        ? new RetailCode(scan, digits, code, measure, Optional.of(elements))
        : companion;
  }

  private static Optional<ReadError> error(Symbology symbology, String digits) {
    int stranger = firstOtherThanDigit(digits);
    if (stranger < digits.length()) {
      return error(stranger, ReadErrorCode.WRONG_CHARACTER, "only digits may stand here");
    }
    int length = digits.length();
    boolean rightLength =
        switch (symbology) {
          case EAN_8 -> length == 8;
          case UPC_A -> length == 12;
          case UPC_E -> length >= 6 && length <= 8;
          case EAN_13_ADD_ON -> length == 15 || length == 18;
          default -> length == 13;
        };
    if (!rightLength) {
      return error(
          length, ReadErrorCode.WRONG_LENGTH, "not as many digits as " + symbology + " has");
    }
    return Gtin.of(fullDigits(symbology, digits)).isEmpty()
        ? error(length - 1, ReadErrorCode.CHECK_DIGIT, "the check digit is wrong")
        : Optional.empty();
  }

  private static Optional<ReadError> error(int position, ReadErrorCode code, String message) {
    return Optional.of(new ReadError(code, position, message));
  }

  private static int firstOtherThanDigit(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static Optional<VariableMeasure> measure(Gtin code, BarcodeSettings settings) {
    return settings.measures().stream().flatMap(pattern -> pattern.read(code).stream()).findFirst();
  }

  private static String fullDigits(Symbology symbology, String digits) {
    return switch (symbology) {
      case UPC_E -> expanded(digits);
      case EAN_13_ADD_ON -> digits.substring(0, 13);
      default -> digits;
    };
  }

  /**
   * The twelve digits of which UPC-E is a short form: number system, six digits that leave zeros
   * out, check digit. Scanners may send it without check digit, and without number system, which is
   * then 0.
   */
  private static String expanded(String digits) {
    String system = digits.length() == 6 ? "0" : digits.substring(0, 1);
    String six = digits.length() == 6 ? digits : digits.substring(1, 7);
    String eleven = system + withZeros(six);
    return digits.length() == 8 ? eleven + digits.charAt(7) : CheckDigit.append(eleven);
  }

  private static String withZeros(String six) {
    return switch (six.charAt(5)) {
      case '0', '1', '2' -> six.substring(0, 2) + six.charAt(5) + "0000" + six.substring(2, 5);
      case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
      case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
      default -> six.substring(0, 5) + "0000" + six.charAt(5);
    };
  }
}
