package io.bincard.handheld.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of the file system. */
public record FolderStorage(Path folder) implements Storage {
  /**
   * @throws UncheckedIOException if there is no such folder and none can be made
   */
  public FolderStorage {
    try {
      Files.createDirectories(folder);
    } catch (IOException denied) {
      throw new UncheckedIOException("The folder " + folder + " cannot be made or used.", denied);
    }
  }

  @Override
  public long freeBytes() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException gone) {
      throw new UncheckedIOException("The folder " + folder + " cannot be used any more.", gone);
    }
  }
}
