package io.bincard.handheld.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes, shorter. */
final class Gzip {
  private Gzip() {}

  static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream into = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(into)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Nothing is written but memory.", impossible);
    }
    return into.toByteArray();
  }

  /**
   * The bytes that were compressed.
   *
   * @throws IOException if it is not gzip, is cut short, or grows beyond the limit
   */
  static byte[] expanded(byte[] compressed, int limit) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      byte[] bytes = gzip.readNBytes(limit);
      if (gzip.read() >= 0) {
        throw new IOException("it is longer than " + limit + " bytes");
      }
      return bytes;
    }
  }
}
