package io.bincard.model.barcode;

import java.util.Optional;

/**
 * The three characters that a scanner can send before the data: "]", a letter for the symbology, a
 * digit for its mode. Source: ISO/IEC 15424.
 */
public final class SymbologyIdentifier {

  static final int LENGTH = 3;

  /** Letters of symbologies that have no name in {@link Symbology}. */
  private static final String OTHERS = "BDHKMNOPRSTVXYZcgh";

  private SymbologyIdentifier() {}

  /** The symbology of data that starts with an identifier; empty if it does not. */
  public static Optional<Symbology> at(String data, int start) {
    if (data.length() < start + LENGTH || data.charAt(start) != ']') {
      return Optional.empty();
    }
    char mode = data.charAt(start + 2);
    boolean wellFormed = (mode >= '0' && mode <= '9') || (mode >= 'A' && mode <= 'F');
    return wellFormed ? symbology(data.charAt(start + 1), mode) : Optional.empty();
  }

  private static Optional<Symbology> symbology(char letter, char mode) {
    return switch (letter) {
      case 'A' -> Optional.of(Symbology.CODE_39);
      case 'C' -> Optional.of(mode == '1' ? Symbology.GS1_128 : Symbology.CODE_128);
      case 'E' -> Optional.of(retail(mode));
      case 'F' -> Optional.of(Symbology.CODABAR);
      case 'G' -> Optional.of(Symbology.CODE_93);
      case 'I' -> Optional.of(Symbology.INTERLEAVED_2_OF_5);
      case 'J' -> Optional.of(mode == '1' ? Symbology.GS1_DOT_CODE : Symbology.DOT_CODE);
      case 'L' -> Optional.of(Symbology.PDF_417);
      case 'Q' -> Optional.of(gs1QrCode(mode) ? Symbology.GS1_QR_CODE : Symbology.QR_CODE);
      case 'U' -> Optional.of(Symbology.MAXI_CODE);
      case 'd' -> Optional.of(gs1Matrix(mode) ? Symbology.GS1_DATA_MATRIX : Symbology.DATA_MATRIX);
      case 'e' -> Optional.of(mode == '0' ? Symbology.GS1_DATABAR : Symbology.OTHER);
      case 'z' -> Optional.of(Symbology.AZTEC);
      default -> OTHERS.indexOf(letter) < 0 ? Optional.empty() : Optional.of(Symbology.OTHER);
    };
  }

  /** ]E1 and ]E2 are the digits of an add-on alone. */
  private static Symbology retail(char mode) {
    return switch (mode) {
      case '0' -> Symbology.EAN_13;
      case '3' -> Symbology.EAN_13_ADD_ON;
      case '4' -> Symbology.EAN_8;
      default -> Symbology.OTHER;
    };
  }

  /** ]Q4 and ]d5 have character sets switched by ECI beside FNC1. */
  private static boolean gs1QrCode(char mode) {
    return mode == '3' || mode == '4';
  }

  private static boolean gs1Matrix(char mode) {
    return mode == '2' || mode == '5';
  }
}
