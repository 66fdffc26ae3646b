package io.bincard.handheld;

import io.bincard.handheld.console.Console;
import io.bincard.handheld.sync.SyncPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Starts a handheld. Without a screen it is worked by typing; see {@link Console}. */
public final class Main {
  private static final String VERSION = "0.1.0";
  private static final String HELP =
      """
      usage: ./bincard handheld [--data DIR]

        --data DIR   where this handheld keeps its files (bincard-handheld)

      Commands are read from standard input; help lists them.
      """;

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    List<String> given = Arrays.asList(arguments);
    int data = given.indexOf("--data");
    boolean understood = given.isEmpty() || (data == 0 && given.size() == 2);
    if (!understood) {
      boolean asked = given.contains("--help");
      (asked ? System.out : System.err).print(HELP);
      System.exit(asked ? 0 : 2);
    }
    Path folder = Path.of(data < 0 ? "bincard-handheld" : given.get(1));
    Files.createDirectories(folder);
    Platform platform = Platform.ofThisMachine(folder);
    try (Handheld handheld = Handheld.open(platform, SyncPolicy.USUAL, VERSION);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println("= ready " + folder);
      new Console(handheld, platform, System.out).run(in);
    }
    System.exit(0); // the timer and the HTTP client keep threads of their own
  }
}
