package io.bincard.handheld.scan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.oned.MultiFormatOneDReader;
import com.google.zxing.oned.OneDReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a one-dimensional barcode along several rows of a picture and lets them vote.
 *
 * <p>The check digit of an EAN lets one misread in ten pass, so one row alone proves nothing: at
 * least two rows have to agree, and twice as many as on anything else.
 */
final class RowVotes {
  private static final int ROWS = 32;

  private static final Map<DecodeHintType, ?> HINTS =
      Map.of(
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(
              BarcodeFormat.EAN_13,
              BarcodeFormat.UPC_A,
              BarcodeFormat.EAN_8,
              BarcodeFormat.CODE_128,
              BarcodeFormat.ITF),
          // A part of a longer ITF looks like a shorter one.
          DecodeHintType.ALLOWED_LENGTHS,
          new int[] {14},
          // Keeps the separators of a GS1-128.
          DecodeHintType.ASSUME_GS1,
          true);

  private final OneDReader reader = new MultiFormatOneDReader(HINTS);
  private final Map<String, Integer> votes = new HashMap<>();
  private final Map<String, Result> candidates = new HashMap<>();

  private RowVotes() {}

  /** The barcode that crosses this picture from side to side; null if there is none. */
  static @Nullable Result read(LuminanceSource picture) {
    BinaryBitmap bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(picture));
    RowVotes votes = new RowVotes();
    BitArray row = new BitArray(picture.getWidth());
    for (int i = 0; i < ROWS; i++) {
      try {
        row = bitmap.getBlackRow(rowFromTheMiddle(i, picture.getHeight()), row);
        votes.poll(row);
      } catch (NotFoundException blank) {
        // Nothing but white or black on this row.
      }
    }
    return votes.winner();
  }

  private static int rowFromTheMiddle(int index, int height) {
    int distance = (index + 1) / 2 * height / (ROWS + 1);
    return height / 2 + (index % 2 == 0 ? distance : -distance);
  }

  private void poll(BitArray row) {
    if (!pollOneWay(row)) {
      row.reverse();
      pollOneWay(row);
    }
  }

  private boolean pollOneWay(BitArray row) {
    try {
      Result result = reader.decodeRow(0, row, HINTS);
      String candidate = result.getBarcodeFormat() + " " + result.getText();
      votes.merge(candidate, 1, Integer::sum);
      candidates.put(candidate, result);
      return true;
    } catch (ReaderException nothing) {
      return false;
    }
  }

  private @Nullable Result winner() {
    String best = null;
    int most = 0;
    int all = 0;
    for (Map.Entry<String, Integer> each : votes.entrySet()) {
      all += each.getValue();
      if (each.getValue() > most) {
        most = each.getValue();
        best = each.getKey();
      }
    }
    return most >= 2 && 3 * most >= 2 * all ? candidates.get(best) : null;
  }
}
