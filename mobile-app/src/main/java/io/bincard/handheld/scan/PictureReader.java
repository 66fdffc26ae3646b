package io.bincard.handheld.scan;

/** Port: turns the bytes of a picture file into shades of grey, with what the platform has. */
public interface PictureReader {
  /**
   * Reads a PNG or JPEG.
   *
   * @throws UnreadablePictureException if it is neither, or damaged, or too large to be a picture
   *     of a barcode
   */
  GreyPicture read(byte[] file) throws UnreadablePictureException;
}
