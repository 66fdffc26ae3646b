package io.bincard.labels;

import static com.google.zxing.EncodeHintType.DATA_MATRIX_COMPACT;
import static com.google.zxing.EncodeHintType.DATA_MATRIX_SHAPE;
import static com.google.zxing.EncodeHintType.GS1_FORMAT;
import static com.google.zxing.EncodeHintType.MARGIN;
import static com.google.zxing.datamatrix.encoder.SymbolShapeHint.FORCE_SQUARE;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import io.bincard.model.barcode.gs1.ElementString;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;

/** Draws labels: the caption, the barcode with its quiet zone, and what it says. */
public final class LabelRenderer {
  private static final char CODE_128_FNC1 = '\u00f1';
  private static final int BAR_WIDTH = 3;
  private static final int BAR_HEIGHT = 150;
  private static final int SQUARE = 8;

  /** In bars: an EAN-13 wants 11 on its left, the most of all. */
  private static final int QUIET_BARS = 12;

  private static final int QUIET_SQUARES = 4;
  private static final int MARGIN_PIXELS = 16;
  private static final Font CAPTION = new Font(Font.SANS_SERIF, Font.BOLD, 26);
  private static final Font READABLE = new Font(Font.SANS_SERIF, Font.PLAIN, 20);

  private LabelRenderer() {}

  /**
   * Draws a label.
   *
   * @throws IllegalArgumentException if its data does not go into a barcode of its symbology
   */
  public static BufferedImage render(Label label) {
    BitMatrix code = encode(label);
    boolean bars = code.getHeight() == 1;
    int module = bars ? BAR_WIDTH : SQUARE;
    int quiet = (bars ? QUIET_BARS : QUIET_SQUARES) * module;
    int codeWidth = code.getWidth() * module;
    int codeHeight = bars ? BAR_HEIGHT : code.getHeight() * module;
    int captionHeight = label.caption().isEmpty() ? 0 : CAPTION.getSize() + MARGIN_PIXELS;
    int textWidth =
        Math.max(width(label.caption(), CAPTION), width(label.readable(), READABLE))
            + 2 * MARGIN_PIXELS;
    int width = Math.max(codeWidth + 2 * quiet, textWidth);
    int height = captionHeight + codeHeight + 2 * quiet + READABLE.getSize() + MARGIN_PIXELS;

    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.BLACK);
    write(pen, label.caption(), CAPTION, width, MARGIN_PIXELS / 2 + CAPTION.getSize());
    write(pen, label.readable(), READABLE, width, height - MARGIN_PIXELS);
    int left = (width - codeWidth) / 2;
    int top = captionHeight + quiet;
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        if (code.get(x, y)) {
          pen.fillRect(left + x * module, top + y * module, module, bars ? codeHeight : module);
        }
      }
    }
    pen.dispose();
    return picture;
  }

  private static BitMatrix encode(Label label) {
    String data = label.data();
    return switch (label.symbology()) {
      case EAN_13 -> encode(BarcodeFormat.EAN_13, data, Map.of());
      case EAN_8 -> encode(BarcodeFormat.EAN_8, data, Map.of());
      case UPC_A -> encode(BarcodeFormat.UPC_A, data, Map.of());
      case INTERLEAVED_2_OF_5 -> encode(BarcodeFormat.ITF, data, Map.of());
      case CODE_128 -> encode(BarcodeFormat.CODE_128, data, Map.of());
      case GS1_128 ->
          encode(
              BarcodeFormat.CODE_128,
              CODE_128_FNC1 + data.replace(ElementString.SEPARATOR, CODE_128_FNC1),
              Map.of());
      case DATA_MATRIX ->
          encode(BarcodeFormat.DATA_MATRIX, data, Map.of(DATA_MATRIX_SHAPE, FORCE_SQUARE));
      case GS1_DATA_MATRIX ->
          encode(
              BarcodeFormat.DATA_MATRIX,
              data,
              // The writer heeds the GS1 hint only together with the one for compactness.
              Map.of(DATA_MATRIX_SHAPE, FORCE_SQUARE, DATA_MATRIX_COMPACT, true, GS1_FORMAT, true));
      case QR_CODE -> encode(BarcodeFormat.QR_CODE, data, Map.of());
      case GS1_QR_CODE -> encode(BarcodeFormat.QR_CODE, data, Map.of(GS1_FORMAT, true));
      default ->
          throw new IllegalArgumentException(
              "symbology " + label.symbology() + " cannot be printed: choose another");
    };
  }

  /** One pixel a module, one row if there are only bars, no quiet zone. */
  private static BitMatrix encode(
      BarcodeFormat format, String data, Map<EncodeHintType, Object> hints) {
    try {
      Map<EncodeHintType, Object> all = new EnumMap<>(EncodeHintType.class);
      all.putAll(hints);
      all.put(MARGIN, 0);
      return new MultiFormatWriter().encode(data, format, 0, 0, all);
    } catch (WriterException | IllegalArgumentException unfit) {
      throw new IllegalArgumentException(
          "data '" + data + "' does not fit " + format + ": " + unfit.getMessage(), unfit);
    }
  }

  private static int width(String text, Font font) {
    Graphics2D pen = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY).createGraphics();
    int width = pen.getFontMetrics(font).stringWidth(text);
    pen.dispose();
    return width;
  }

  private static void write(Graphics2D pen, String text, Font font, int width, int baseline) {
    FontMetrics metrics = pen.getFontMetrics(font);
    pen.setFont(font);
    pen.drawString(text, (width - metrics.stringWidth(text)) / 2, baseline);
  }
}
