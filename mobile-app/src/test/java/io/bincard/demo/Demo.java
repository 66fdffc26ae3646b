package io.bincard.demo;

import io.bincard.shift.ShiftDemo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Where demonstrations start. */
public final class Demo {
  private static final String HELP =
      """
      usage: ./bincard demo --shift [--keep DIR]

        --shift      a server and four handhelds, each a process of its own: they lose the network,
                     work from printed labels, come back in disorder, and the books must be right
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
    System.exit(ShiftDemo.run(folder, System.out) ? 0 : 1);
  }
}
