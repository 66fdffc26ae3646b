package io.bincard.handheld.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.labels.Label;
import io.bincard.labels.LabelRenderer;
import io.bincard.model.barcode.Scan;
import io.bincard.model.barcode.Symbology;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageDecoderTest {
  private static final PictureReader READER = new DesktopPictureReader();
  private static final Label EAN = Label.of(Symbology.EAN_13, "5012345678900", "Storage jar");
  private static final Scan EAN_SCAN = new Scan("]E05012345678900", Symbology.EAN_13);

  @ParameterizedTest
  @CsvSource({
    // printed, data on the label, scanned with ^ for the separator
    "EAN_13, 5012345678900, ]E05012345678900",
    "EAN_13, 4006381333931, ]E04006381333931",
    "EAN_8, 96385074, ]E496385074",
    "UPC_A, 036000291452, ]E00036000291452",
    "INTERLEAVED_2_OF_5, 15012345678907, ]I015012345678907",
    "CODE_128, A-07-3-12, ]C0A-07-3-12",
    "CODE_128, BADGE:ana, ]C0BADGE:ana",
    "GS1_128, (01)05012345678900(10)AB-1(17)261231, ]C1010501234567890010AB-1^17261231",
    "GS1_128, (01)05012345678900(17)261231(10)AB-1, ]C101050123456789001726123110AB-1",
    "GS1_128, (00)340123450000000017, ]C100340123450000000017",
    "GS1_128, (01)05012345678900(21)S-1(10)L(30)12, ]C1010501234567890021S-1^10L^3012",
    "DATA_MATRIX, T-31, ]d1T-31",
    "GS1_DATA_MATRIX, (01)05012345678900(10)AB-1(17)261231, ]d2010501234567890010AB-1^17261231",
    "GS1_DATA_MATRIX, (01)05012345678900(21)S-1(10)L-2(30)12, ]d2010501234567890021S-1^10L-2^3012",
    "GS1_DATA_MATRIX, (00)340123450000000017, ]d200340123450000000017",
    "QR_CODE, https://example.com/01/05012345678900, ]Q1https://example.com/01/05012345678900",
    "GS1_QR_CODE, (01)05012345678900(10)AB%1(17)261231, ]Q3010501234567890010AB%1^17261231",
  })
  void readsBackWhatALabelWasPrintedWith(Symbology printed, String data, String scanned)
      throws Exception {
    Label label = Label.of(printed, data, "A caption");

    Scan expected = new Scan(scanned.replace('^', '\u001d'), printed);
    assertThat(decode(LabelRenderer.render(label), "png")).contains(expected);
    assertThat(expected.data()).isEqualTo(expected.data().substring(0, 3) + dataAsSent(label));
  }

  /** A UPC-A is sent with a zero in front, because its identifier is that of EAN-13. */
  private static String dataAsSent(Label label) {
    return label.symbology() == Symbology.UPC_A ? "0" + label.data() : label.data();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 45, 90, 135, 180, 270})
  void readsALabelHowEverItIsHeld(int degrees) throws Exception {
    assertThat(decode(turned(LabelRenderer.render(EAN), degrees), "png")).contains(EAN_SCAN);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 45, 90, 135, 180, 270})
  void readsASquareCodeHowEverItIsHeld(int degrees) throws Exception {
    Label label = Label.of(Symbology.GS1_DATA_MATRIX, "(01)05012345678900(10)AB-1", "");

    assertThat(decode(turned(LabelRenderer.render(label), degrees), "png"))
        .contains(new Scan("]d2010501234567890010AB-1", Symbology.GS1_DATA_MATRIX));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.7, 1.5, 4})
  void readsALabelFromNearAndFar(double scale) throws Exception {
    assertThat(decode(scaled(LabelRenderer.render(EAN), scale), "png")).contains(EAN_SCAN);
  }

  @Test
  void readsAJpeg() throws Exception {
    assertThat(decode(LabelRenderer.render(EAN), "jpg")).contains(EAN_SCAN);
  }

  @Test
  void readsBlackOnNothing() throws Exception {
    BufferedImage label = LabelRenderer.render(EAN);
    BufferedImage transparent =
        new BufferedImage(label.getWidth(), label.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < label.getHeight(); y++) {
      for (int x = 0; x < label.getWidth(); x++) {
        transparent.setRGB(x, y, (label.getRGB(x, y) & 0xff) < 128 ? 0xff000000 : 0);
      }
    }

    assertThat(decode(transparent, "png")).contains(EAN_SCAN);
  }

  @Test
  void findsNothingWhereNothingIs() throws Exception {
    assertThat(decode(blank(640, 480), "png")).isEmpty();
  }

  @Test
  void doesNotTrustASingleRow() throws Exception {
    BufferedImage label = LabelRenderer.render(EAN);
    BufferedImage torn = blank(label.getWidth(), label.getHeight());
    torn.createGraphics()
        .drawImage(label.getSubimage(0, label.getHeight() / 2, label.getWidth(), 1), 0, 100, null);

    assertThat(decode(torn, "png")).isEmpty();
  }

  @Test
  void saysThatAFileIsNoPicture() {
    assertThatThrownBy(() -> READER.read("sku,name".getBytes(UTF_8)))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageContaining("no PNG or JPEG");
  }

  @Test
  void saysThatAPictureIsDamaged() throws Exception {
    byte[] png = bytes(LabelRenderer.render(EAN), "png");

    assertThatThrownBy(() -> READER.read(Arrays.copyOf(png, 60)))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageContaining("damaged");
  }

  private static Optional<Scan> decode(BufferedImage picture, String format) throws Exception {
    return new ImageDecoder().decode(READER.read(bytes(picture, format)));
  }

  private static byte[] bytes(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(picture, format, out)).isTrue();
    return out.toByteArray();
  }

  private static BufferedImage blank(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return picture;
  }

  private static BufferedImage turned(BufferedImage picture, int degrees) {
    int side = picture.getWidth() + picture.getHeight();
    BufferedImage turned = blank(side, side);
    Graphics2D pen = turned.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
    pen.drawImage(picture, (side - picture.getWidth()) / 2, (side - picture.getHeight()) / 2, null);
    pen.dispose();
    return turned;
  }

  private static BufferedImage scaled(BufferedImage picture, double scale) {
    int width = (int) (picture.getWidth() * scale);
    int height = (int) (picture.getHeight() * scale);
    BufferedImage scaled = blank(width, height);
    Graphics2D pen = scaled.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return scaled;
  }
}
