package io.bincard.handheld.scan;

import io.bincard.model.barcode.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scans pictures from files, where there is no camera. */
public final class ImageFileSource implements ScanSource {
  private final PictureReader reader;
  private final ImageDecoder decoder = new ImageDecoder();
  private volatile @Nullable Listener listener;

  public ImageFileSource(PictureReader reader) {
    this.reader = reader;
  }

  @Override
  public void open(Listener heard) {
    listener = heard;
  }

  @Override
  public void close() {
    listener = null;
  }

  /**
   * Scans the barcode in a picture, as if somebody had pulled the trigger in front of it.
   *
   * @return what was scanned; empty if there is no barcode in it that can be read
   * @throws IOException if the file cannot be read
   * @throws UnreadablePictureException if it is no picture
   */
  public Optional<Scan> scan(Path file) throws IOException, UnreadablePictureException {
    Optional<Scan> scan = decoder.decode(reader.read(Files.readAllBytes(file)));
    Listener to = listener;
    if (to != null) {
      scan.ifPresent(to::scanned);
    }
    return scan;
  }
}
