package io.bincard.server.http;

import io.bincard.server.imports.Importer;
import io.bincard.server.problem.ProblemKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files to import in a ZIP, each called after its kind: items.csv. */
final class ImportBundle {
  private static final String ENDING = ".csv";

  private ImportBundle() {}

  /**
   * Unpacks the files, in the order in which they can be imported.
   *
   * @param site that rows without a site are about; may be empty
   * @param most bytes that each may have, unpacked
   */
  static List<Importer.File> unpack(byte[] zip, String site, int most) {
    List<Importer.File> files = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String kind = kind(entry.getName(), files);
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
          throw ProblemKind.TOO_LARGE.because(
              "%s has more than %d bytes. Split it.".formatted(entry.getName(), most));
        }
        files.add(new Importer.File(kind, site, bytes));
      }
    } catch (IOException broken) {
      throw ProblemKind.MALFORMED.because("The body is no ZIP, or a broken one.");
    }
    if (files.isEmpty()) {
      throw ProblemKind.MALFORMED.because("The body is no ZIP, or there is no file in it.");
    }
    files.sort(Comparator.comparingInt(file -> Importer.KINDS.indexOf(file.kind())));
    return files;
  }

  private static String kind(String name, List<Importer.File> before) {
    String kind = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
    if (!Importer.KINDS.contains(kind)) {
      throw ProblemKind.MALFORMED.because(
          name, "Call each file after its kind, such as items.csv. The kinds are: " + kinds());
    }
    if (before.stream().anyMatch(file -> file.kind().equals(kind))) {
      throw ProblemKind.MALFORMED.because(name, "There are two files of this name. Keep one.");
    }
    return kind;
  }

  private static String kinds() {
    return String.join(", ", Importer.KINDS) + ".";
  }
}
