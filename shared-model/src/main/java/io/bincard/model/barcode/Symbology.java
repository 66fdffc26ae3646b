package io.bincard.model.barcode;

import static io.bincard.model.barcode.Symbology.Content.ELEMENTS;
import static io.bincard.model.barcode.Symbology.Content.OPEN;
import static io.bincard.model.barcode.Symbology.Content.PLAIN;
import static io.bincard.model.barcode.Symbology.Content.RETAIL;

/** Kinds of barcodes, as far as it matters what they hold. */
public enum Symbology {
  /** The scanner did not say. */
  UNKNOWN(OPEN),
  CODE_39(PLAIN),
  CODE_93(PLAIN),
  CODE_128(PLAIN),
  GS1_128(ELEMENTS),
  CODABAR(PLAIN),
  INTERLEAVED_2_OF_5(PLAIN),
  EAN_8(RETAIL),
  EAN_13(RETAIL),
  /** EAN-13 with two or five digits more, as on periodicals. */
  EAN_13_ADD_ON(RETAIL),
  UPC_A(RETAIL),
  UPC_E(RETAIL),
  GS1_DATABAR(ELEMENTS),
  DATA_MATRIX(PLAIN),
  GS1_DATA_MATRIX(ELEMENTS),
  QR_CODE(PLAIN),
  GS1_QR_CODE(ELEMENTS),
  DOT_CODE(PLAIN),
  GS1_DOT_CODE(ELEMENTS),
  AZTEC(PLAIN),
  PDF_417(PLAIN),
  MAXI_CODE(PLAIN),
  /** A symbology without a name of its own here. */
  OTHER(PLAIN);

  /** What a barcode of a symbology holds. */
  enum Content {
    /** Anything; only the data can tell. */
    OPEN,
    /** The digits of a trade item. */
    RETAIL,
    /** A GS1 element string. */
    ELEMENTS,
    /** Any text, which may be a GS1 Digital Link. */
    PLAIN
  }

  private final Content content;

  Symbology(Content content) {
    this.content = content;
  }

  Content content() {
    return content;
  }
}
