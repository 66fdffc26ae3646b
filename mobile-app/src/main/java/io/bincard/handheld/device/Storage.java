package io.bincard.handheld.device;

import java.nio.file.Path;

/** Where a handheld keeps its files. */
public interface Storage {
  /** A folder of its own; it exists and can be written to. */
  Path folder();

  /** Bytes that can still be written. */
  long freeBytes();
}
