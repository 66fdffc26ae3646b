package io.bincard.handheld.scan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import io.bincard.model.barcode.Scan;
import io.bincard.model.barcode.Symbology;
import io.bincard.model.barcode.SymbologyIdentifier;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the barcode in a picture: EAN-13, EAN-8, UPC-A, ITF-14, Code 128, GS1-128, Data Matrix and
 * QR code, the last two with GS1 data too.
 *
 * <p>The scan is what a scanner would send that sends symbology identifiers (ISO/IEC 15424): the
 * identifier, then the data with the separators it has.
 */
public final class ImageDecoder {
  /** From here on half the size is enough for any barcode that somebody aimed at. */
  private static final int LARGE = 400;

  /** Up to here the bars may be too narrow for the reader. */
  private static final int SMALL = 600;

  private static final String GS1_128 = "]C1";
  private static final String SEPARATOR = "\u001d";

  /** One barcode of the picture; empty if none can be read. Costs more the longer it looks. */
  public Optional<Scan> decode(GreyPicture picture) {
    return Stream.<Function<GreyPicture, @Nullable Result>>of(
            RowVotes::read,
            SquareCodes::read,
            upright -> RowVotes.read(upright.rotateCounterClockwise()),
            ImageDecoder::halved,
            ImageDecoder::doubled,
            whiteOnBlack -> SquareCodes.read(whiteOnBlack.invert()),
            ImageDecoder::slanting)
        .flatMap(attempt -> Optional.ofNullable(attempt.apply(picture)).stream())
        .flatMap(result -> scan(result).stream())
        .findFirst();
  }

  private static @Nullable Result halved(GreyPicture picture) {
    return smallerSide(picture) < LARGE ? null : bothWays(picture.halved());
  }

  private static @Nullable Result doubled(GreyPicture picture) {
    return smallerSide(picture) > SMALL ? null : bothWays(picture.doubled());
  }

  private static @Nullable Result slanting(GreyPicture picture) {
    return bothWays(picture.rotateCounterClockwise45());
  }

  private static @Nullable Result bothWays(GreyPicture picture) {
    Result level = RowVotes.read(picture);
    Result square = level == null ? SquareCodes.read(picture) : level;
    return square == null ? RowVotes.read(picture.rotateCounterClockwise()) : square;
  }

  private static int smallerSide(GreyPicture picture) {
    return Math.min(picture.getWidth(), picture.getHeight());
  }

  private static Optional<Scan> scan(Result result) {
    Object identifier = result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
    if (!(identifier instanceof String prefix)) {
      return Optional.empty();
    }
    return SymbologyIdentifier.at(prefix, 0)
        .map(symbology -> new Scan(prefix + data(result), named(result, symbology)));
  }

  /** What is between identifier and end. The reader hands out the first FNC1 too, in two ways. */
  private static String data(Result result) {
    String text = result.getText();
    return switch (result.getBarcodeFormat()) {
      case UPC_A -> "0" + text; // ]E0 promises thirteen digits
      case CODE_128 -> text.startsWith(GS1_128) ? text.substring(GS1_128.length()) : text;
      case DATA_MATRIX -> text.startsWith(SEPARATOR) ? text.substring(1) : text;
      default -> text;
    };
  }

  private static Symbology named(Result result, Symbology symbology) {
    return result.getBarcodeFormat() == BarcodeFormat.UPC_A ? Symbology.UPC_A : symbology;
  }
}
