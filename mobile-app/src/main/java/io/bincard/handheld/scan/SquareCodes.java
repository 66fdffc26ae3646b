package io.bincard.handheld.scan;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads two-dimensional barcodes: their error correction leaves no doubt about what they say. */
final class SquareCodes {
  private static final Map<DecodeHintType, ?> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);
  private static final Map<DecodeHintType, ?> UPRIGHT = Map.of(DecodeHintType.PURE_BARCODE, true);

  private SquareCodes() {}

  static @Nullable Result read(LuminanceSource picture) {
    for (Binarizer binarizer :
        List.of(new HybridBinarizer(picture), new GlobalHistogramBinarizer(picture))) {
      BinaryBitmap bitmap = new BinaryBitmap(binarizer);
      for (Reader reader : List.of(new QRCodeReader(), new DataMatrixReader())) {
        for (Map<DecodeHintType, ?> hints : List.of(HINTS, UPRIGHT)) {
          try {
            return reader.decode(bitmap, hints);
          } catch (ReaderException nothing) {
            // The next may see more.
          }
        }
      }
    }
    return null;
  }
}
