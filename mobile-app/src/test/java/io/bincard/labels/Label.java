package io.bincard.labels;

import io.bincard.model.barcode.Barcode;
import io.bincard.model.barcode.BarcodeParser;
import io.bincard.model.barcode.BarcodeSettings;
import io.bincard.model.barcode.Gs1ElementString;
import io.bincard.model.barcode.Scan;
import io.bincard.model.barcode.Symbology;
import io.bincard.model.barcode.UnreadableCode;
import io.bincard.model.barcode.gs1.ElementString;
import java.util.Arrays;

/**
 * What one label shows.
 *
 * @param data what the barcode holds, without symbology identifier; GS1 data with {@link
 *     ElementString#SEPARATOR} where one is needed
 * @param readable the same as people read it, printed below the barcode
 * @param caption printed above the barcode; may be empty
 */
public record Label(Symbology symbology, String data, String readable, String caption) {
  /** Not the year of anything: labels with dates are written and read in the same one. */
  private static final BarcodeSettings SETTINGS = BarcodeSettings.usual(2026);

  /**
   * A label of any data.
   *
   * @param data GS1 data with brackets, as in (01)09521234543213(10)ABC
   * @throws IllegalArgumentException if the data is not what GS1 wants
   */
  public static Label of(Symbology symbology, String data, String caption) {
    switch (symbology) {
      case GS1_128, GS1_DATA_MATRIX, GS1_QR_CODE -> {
        Barcode barcode = BarcodeParser.parse(new Scan(data, Symbology.UNKNOWN), SETTINGS);
        if (barcode instanceof Gs1ElementString elements) {
          String written = ElementString.write(elements.elements());
          return new Label(symbology, written, elements.bracketed(), caption);
        }
        String reason =
            barcode instanceof UnreadableCode unreadable
                ? unreadable.error().message()
                : "write it with brackets, as in (01)09521234543213(10)ABC";
        throw new IllegalArgumentException("data '" + data + "': " + reason);
      }
      default -> {
        return new Label(symbology, data, data, caption);
      }
    }
  }

  static Symbology symbology(String name) {
    return Arrays.stream(Symbology.values())
        .filter(symbology -> symbology.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("symbology '" + name + "' is none of those known"));
  }
}
