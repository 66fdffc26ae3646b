package io.bincard.labels;

import io.bincard.model.barcode.Symbology;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Prints a list of labels into PNG files. A line of the list has four columns, separated by tabs:
 * file name, symbology, data (GS1 data with brackets), caption. Empty lines and those that begin
 * with # are passed over.
 */
public final class LabelPrinter {
  private LabelPrinter() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: LabelPrinter LIST.tsv FOLDER");
      System.exit(2);
    }
    try {
      int number = print(Path.of(arguments[0]), Path.of(arguments[1]));
      System.out.println(number + " labels in " + arguments[1]);
    } catch (IllegalArgumentException wrong) {
      System.err.println(arguments[0] + ": " + wrong.getMessage());
      System.exit(2);
    }
  }

  /**
   * Prints all labels of a list, or none.
   *
   * @return how many
   * @throws IllegalArgumentException if a line is wrong: it names the line, the column and what to
   *     do
   */
  static int print(Path list, Path folder) throws IOException {
    Map<String, byte[]> labels = new LinkedHashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(list)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        read(line, number, labels);
      }
    }
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> label : labels.entrySet()) {
      Files.write(folder.resolve(label.getKey()), label.getValue());
    }
    return labels.size();
  }

  private static void read(String line, int number, Map<String, byte[]> labels) {
    String[] columns = line.split("\t", -1);
    try {
      if (columns.length != 4) {
        throw new IllegalArgumentException(
            "it has " + columns.length + " columns: give file, symbology, data and caption");
      }
      if (!columns[0].matches("[\\w.-]+\\.png")) {
        throw new IllegalArgumentException(
            "file '" + columns[0] + "' must be a plain name that ends in .png");
      }
      Symbology symbology = Label.symbology(columns[1]);
      byte[] png = png(Label.of(symbology, columns[2], columns[3]));
      if (labels.put(columns[0], png) != null) {
        throw new IllegalArgumentException("file '" + columns[0] + "' is there already");
      }
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("line " + number + ": " + wrong.getMessage(), wrong);
    }
  }

  private static byte[] png(Label label) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(LabelRenderer.render(label), "png", png);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return png.toByteArray();
  }
}
