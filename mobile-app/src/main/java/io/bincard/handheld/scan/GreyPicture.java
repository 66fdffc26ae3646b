package io.bincard.handheld.scan;

import com.google.zxing.LuminanceSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A picture in shades of grey, as the decoder wants it. Immutable. */
public final class GreyPicture extends LuminanceSource {
  private static final byte WHITE = (byte) 255;

  private final byte[] shades;

  /**
   * Takes the shades as they are, without copying.
   *
   * @param shades one byte a pixel, row by row from the top; 0 is black, 255 is white
   */
  public GreyPicture(int width, int height, byte[] shades) {
    super(width, height);
    if (shades.length != width * height) {
      throw new IllegalArgumentException("a picture has a shade for each pixel");
    }
    this.shades = shades;
  }

  @Override
  public byte[] getRow(int y, byte @Nullable [] reusable) {
    byte[] row =
        reusable != null && reusable.length >= getWidth() ? reusable : new byte[getWidth()];
    System.arraycopy(shades, y * getWidth(), row, 0, getWidth());
    return row;
  }

  @Override
  public byte[] getMatrix() {
    return shades;
  }

  @Override
  public boolean isCropSupported() {
    return true;
  }

  @Override
  public GreyPicture crop(int left, int top, int width, int height) {
    byte[] part = new byte[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(shades, (top + y) * getWidth() + left, part, y * width, width);
    }
    return new GreyPicture(width, height, part);
  }

  @Override
  public boolean isRotateSupported() {
    return true;
  }

  @Override
  public GreyPicture rotateCounterClockwise() {
    int width = getHeight();
    int height = getWidth();
    byte[] turned = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[y * width + x] = shades[x * getWidth() + getWidth() - 1 - y];
      }
    }
    return new GreyPicture(width, height, turned);
  }

  /** The picture on a larger white ground, turned by 45 degrees. */
  @Override
  public GreyPicture rotateCounterClockwise45() {
    int side = (int) Math.ceil((getWidth() + getHeight()) * Math.sqrt(0.5));
    byte[] turned = new byte[side * side];
    Arrays.fill(turned, WHITE);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double right = (x - side / 2.0) * Math.sqrt(0.5);
        double down = (y - side / 2.0) * Math.sqrt(0.5);
        int fromX = (int) Math.floor(getWidth() / 2.0 + right - down);
        int fromY = (int) Math.floor(getHeight() / 2.0 + right + down);
        if (fromX >= 0 && fromX < getWidth() && fromY >= 0 && fromY < getHeight()) {
          turned[y * side + x] = shades[fromY * getWidth() + fromX];
        }
      }
    }
    return new GreyPicture(side, side, turned);
  }

  /** Half as wide and half as high: fine noise and the dots of a print vanish. */
  GreyPicture halved() {
    int width = getWidth() / 2;
    int height = getHeight() / 2;
    byte[] small = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sum = at(2 * x, 2 * y) + at(2 * x + 1, 2 * y);
        sum += at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1);
        small[y * width + x] = (byte) ((sum + 2) / 4);
      }
    }
    return new GreyPicture(width, height, small);
  }

  /** Twice as wide and twice as high, in between interpolated. */
  GreyPicture doubled() {
    int width = getWidth() * 2;
    int height = getHeight() * 2;
    byte[] large = new byte[width * height];
    for (int y = 0; y < height; y++) {
      int near = y / 2;
      int far = Math.min(getHeight() - 1, Math.max(0, near + (y % 2 == 0 ? -1 : 1)));
      for (int x = 0; x < width; x++) {
        int here = x / 2;
        int there = Math.min(getWidth() - 1, Math.max(0, here + (x % 2 == 0 ? -1 : 1)));
        int sum = 9 * at(here, near) + 3 * at(there, near) + 3 * at(here, far) + at(there, far);
        large[y * width + x] = (byte) ((sum + 8) / 16);
      }
    }
    return new GreyPicture(width, height, large);
  }

  private int at(int x, int y) {
    return shades[y * getWidth() + x] & 0xff;
  }
}
