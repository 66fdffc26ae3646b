package io.bincard.model.barcode.gs1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text file that lies beside these classes on the class path. */
final class DataFile {

  private DataFile() {}

  /** Its lines, without comments and empty ones. */
  static List<String> lines(String name) {
    try (InputStream stream = DataFile.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("Not on the class path: " + name);
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
  }
}
