package io.bincard.bench;

import java.util.Arrays;

/** Where measurements start. */
public final class Bench {
  private static final String HELP =
      """
      usage: ./bincard bench push [--seconds N]

        push   operations a second through HTTP, for pushes of 1, 100 and 1,000 operations, and how
               that compares with the raw insert of the same rows
               --seconds N   how long each figure is measured (5)
      """;

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0 || Arrays.asList(arguments).contains("--help")) {
      System.out.print(HELP);
    } else if (arguments[0].equals("push")) {
      PushBench.run(seconds(arguments));
    } else {
      System.err.print("There is no bench '" + arguments[0] + "'.\n" + HELP);
      System.exit(2);
    }
  }

  private static int seconds(String[] arguments) {
    int at = Arrays.asList(arguments).indexOf("--seconds");
    return at < 0 ? 5 : Integer.parseInt(arguments[at + 1]);
  }
}
