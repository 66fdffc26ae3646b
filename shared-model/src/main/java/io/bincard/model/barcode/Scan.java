package io.bincard.model.barcode;

/**
 * What a scanner delivered, untouched.
 *
 * @param data every character, with symbology identifier, prefix and line end if it sent them
 * @param symbology the kind of barcode, as far as the scanner itself told it; an identifier in the
 *     data goes first
 */
public record Scan(String data, Symbology symbology) {

  /**
   * A scan by a scanner that types into the focused field and tells no symbology but perhaps in its
   * data.
   */
  public static Scan of(String data) {
    return new Scan(data, Symbology.UNKNOWN);
  }
}
