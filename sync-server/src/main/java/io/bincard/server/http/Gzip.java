package io.bincard.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.WritableHeaders;
import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Packs answers and unpacks requests. Helidon's own module is not in every registry. */
final class Gzip implements ContentEncoding {

  @Override
  public Set<String> ids() {
    return Set.of("gzip", "x-gzip");
  }

  @Override
  public boolean supportsEncoding() {
    return true;
  }

  @Override
  public boolean supportsDecoding() {
    return true;
  }

  @Override
  public ContentDecoder decoder() {
    return Unpacking::new;
  }

  @Override
  public ContentEncoder encoder() {
    return new ContentEncoder() {
      @Override
      public OutputStream apply(OutputStream network) {
        try {
          return new GZIPOutputStream(network);
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }

      @Override
      public void headers(WritableHeaders<?> headers) {
        headers.set(HeaderNames.CONTENT_ENCODING, "gzip");
        headers.add(HeaderNames.VARY, "accept-encoding");
        headers.remove(HeaderNames.CONTENT_LENGTH);
      }
    };
  }

  @Override
  public String name() {
    return "gzip";
  }

  @Override
  public String type() {
    return "gzip";
  }

  // GZIPInputStream reads, and can fail, when it is made. Here that is left to whoever reads.
  private static final class Unpacking extends InputStream {
    private final InputStream network;
    private @org.jspecify.annotations.Nullable InputStream unpacked;

    Unpacking(InputStream network) {
      this.network = network;
    }

    private InputStream unpacked() throws IOException {
      if (unpacked == null) {
        unpacked = new GZIPInputStream(network);
      }
      return unpacked;
    }

    @Override
    public int read() throws IOException {
      return unpacked().read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return unpacked().read(into, offset, length);
    }

    @Override
    public void close() throws IOException {
      network.close();
    }
  }
}
