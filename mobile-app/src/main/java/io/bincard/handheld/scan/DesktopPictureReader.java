package io.bincard.handheld.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads pictures where there is AWT, which phones do not have. */
public final class DesktopPictureReader implements PictureReader {
  /** A small file can claim to be an enormous picture; 50 megapixels are more than a camera has. */
  private static final long PIXELS = 50_000_000;

  @Override
  public GreyPicture read(byte[] file) throws UnreadablePictureException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new UnreadablePictureException("this is no PNG or JPEG: choose a picture");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > PIXELS) {
          throw new UnreadablePictureException(
              "the picture has more than 50 megapixels: take a smaller one");
        }
        return grey(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException damaged) {
      // The readers of the platform throw all sorts of things for damaged files.
      throw new UnreadablePictureException("the picture is damaged: take another", damaged);
    }
  }

  /** Black on nothing is black on white, so transparent pixels become white. */
  private static GreyPicture grey(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    byte[] shades = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int argb = row[x];
        int alpha = argb >>> 24;
        // The weights of ITU-R BT.601, in 1024ths.
        int shade =
            (306 * (argb >> 16 & 0xff) + 601 * (argb >> 8 & 0xff) + 117 * (argb & 0xff)) >> 10;
        shades[y * width + x] = (byte) ((shade * alpha + 255 * (255 - alpha)) / 255);
      }
    }
    return new GreyPicture(width, height, shades);
  }
}
