package io.bincard.server;

import io.bincard.server.db.DatabaseNotReadyException;
import io.bincard.server.http.CannotListenException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the server starts, and the tools that go with it. */
public final class Main {
  private static final int DIFFERENCES = 1;
  private static final int FAILED = 2;

  private static final Map<String, Command> COMMANDS =
      new TreeMap<>(
          Map.of(
              "server", new ServerCommand(),
              "migrate", new MigrateCommand(),
              "import", new ImportCommand(System.out),
              "audit", new AuditCommand()));

  private Main() {}

  /** See {@code --help}. What can't be done is said on standard error, with what to do. */
  public static void main(String[] arguments) {
    try {
      run(Arrays.asList(arguments), System.out);
    } catch (DifferencesException printed) {
      System.exit(DIFFERENCES);
    } catch (UsageException | DatabaseNotReadyException | CannotListenException problem) {
      System.err.println(problem.getMessage());
      System.exit(FAILED);
    }
  }

  static void run(List<String> arguments, PrintStream out) {
    String name = arguments.isEmpty() ? "help" : arguments.get(0);
    if (name.equals("help") || arguments.contains("--help")) {
      out.print(help(COMMANDS.containsKey(name) ? Map.of(name, COMMANDS.get(name)) : COMMANDS));
      return;
    }
    Command command = COMMANDS.get(name);
    if (command == null) {
      throw new UsageException("There is no command '" + name + "'.\n" + help(COMMANDS));
    }
    command.run(new Arguments(arguments.subList(1, arguments.size())));
  }

  private static String help(Map<String, Command> commands) {
    StringBuilder help = new StringBuilder();
    commands.forEach((name, command) -> help.append(name).append(' ').append(command.usage()));
    return help.toString();
  }
}
