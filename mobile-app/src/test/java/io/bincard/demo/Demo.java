package io.bincard.demo;

import io.bincard.shift.RetailShift;
import io.bincard.shift.ShiftDemo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Where demonstrations start. */
public final class Demo {
  private static final String HELP =
      """
      usage: ./bincard demo --shift [--orders FILE] [--keep DIR]

        --shift      a server and four handhelds, each a process of its own: they lose the network,
                     work from printed labels, come back in disorder, and the books must be right
        --orders FILE  the shift picks the first 300 invoices of a file of "Online Retail" instead, and
                     the books must equal a plain sum over the file
        --keep DIR   leave labels, logs and the handhelds' files there
      """;

  private Demo() {}

  public static void main(String[] arguments) throws Exception {
    List<String> given = Arrays.asList(arguments);
    if (!given.contains("--shift")) {
      System.out.print(HELP);
      System.exit(given.contains("--help") ? 0 : 2);
    }
    int keep = given.indexOf("--keep");
    Path folder =
        keep < 0 ? Files.createTempDirectory("bincard-shift") : Path.of(given.get(keep + 1));
    int orders = given.indexOf("--orders");
    boolean good =
        orders < 0
            ? ShiftDemo.run(folder, System.out)
            : RetailShift.run(Path.of(given.get(orders + 1)), folder, System.out);
    System.exit(good ? 0 : 1);
  }
}
