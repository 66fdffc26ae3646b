package io.bincard.shift;

import io.bincard.server.db.DatabaseSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Everything a shift needs: the server, a handheld for each person with a network of its own, and
 * the labels. Each program knows the others only as its users do.
 */
final class Stage implements AutoCloseable {
  private final String site;
  private final Path folder;
  private final RunningServer server;
  private final Map<String, Handheld> handhelds = new TreeMap<>();

  /** A person's handheld and the way from it to the server. */
  private static final class Handheld {
    final Link link;
    Program program;

    Handheld(Link link, Program program) {
      this.link = link;
      this.program = program;
    }
  }

  private Stage(String site, Path folder, RunningServer server) {
    this.site = site;
    this.folder = folder;
    this.server = server;
  }

  /** Starts the server and nothing else. */
  static Stage build(String site, Path folder, DatabaseSettings database) throws IOException {
    Files.createDirectories(folder);
    return new Stage(
        site,
        folder,
        RunningServer.start(database, folder.resolve("server.log"), Program.Speed.SOON));
  }

  String site() {
    return site;
  }

  RunningServer server() {
    return server;
  }

  Books books() {
    return new Books(server.database(), site);
  }

  /** Imports the files of a folder that are called after these kinds, as everybody does. */
  void importFrom(Path files, List<String> kinds) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("import", "--server", server.url(), "--key", server.adminKey()));
    for (String kind : kinds) {
      arguments.add("--" + kind);
      arguments.add(files.resolve(kind + ".csv").toString());
    }
    arguments.addAll(List.of("--site", site));
    Path log = folder.resolve("import.log");
    try (Program program =
        Program.start("the import", "io.bincard.server.Main", arguments, Map.of(), log)) {
      List<String> said = program.readAll();
      if (program.await() != 0) {
        throw new IOException("the import failed:\n" + String.join("\n", said));
      }
    }
  }

  /** The audit as an operator runs it; its exit code. */
  int audit(Consumer<String> said) throws IOException {
    try (Program audit =
        Program.start(
            "the audit",
            "io.bincard.server.Main",
            List.of("audit"),
            server.environment(),
            folder.resolve("audit.log"))) {
      audit.readAll().forEach(said);
      return audit.await();
    }
  }

  /** Another program prints the labels, and leaves nothing but pictures. */
  void printLabels() throws IOException {
    Path list = folder.resolve("labels.tsv");
    Files.writeString(list, resource("labels.tsv"));
    try (Program printer =
        Program.start(
            "the label printer",
            "io.bincard.labels.LabelPrinter",
            List.of(list.toString(), labels().toString()),
            Map.of(),
            folder.resolve("labels.log"))) {
      int code = printer.await();
      if (code != 0) {
        throw new IOException("the label printer ended with " + code);
      }
    }
  }

  private Path labels() {
    return folder.resolve("labels");
  }

  /** A handheld that knows the server by a URL, and nothing else. */
  void enrol(String who) throws IOException {
    Link link = new Link(server.port());
    Handheld handheld = new Handheld(link, startHandheld(who));
    handhelds.put(who, handheld);
    String code = server.enrolmentCode(site).code();
    String reply = say(who, "enrol " + link.url() + " " + code + " " + who, line -> {});
    if (!reply.startsWith("= enrolled")) {
      throw new IOException(who + " could not be enrolled: " + reply);
    }
  }

  private Program startHandheld(String who) throws IOException {
    Program program =
        Program.start(
            who + "'s handheld",
            "io.bincard.handheld.Main",
            List.of("--data", folder.resolve("handheld-" + who).toString()),
            Map.of(),
            folder.resolve("handheld-" + who + ".log"));
    program.readUntil(line -> line.startsWith("= ready"), line -> {});
    return program;
  }

  /** Types a command; the line it is answered with. */
  String say(String who, String command, Consumer<String> before) {
    Program program = handheld(who).program;
    program.write(command.replaceAll("(\\S+\\.png)", labels() + "/$1"));
    return program.readUntil(line -> line.startsWith("= "), before);
  }

  /** Signal 9, in the middle of whatever it does. */
  void kill(String who) {
    handheld(who).program.kill();
  }

  void restart(String who) throws IOException {
    handheld(who).program = startHandheld(who);
  }

  Link link(String who) {
    return handheld(who).link;
  }

  private Handheld handheld(String who) {
    Handheld handheld = handhelds.get(who);
    if (handheld == null) {
      throw new IllegalArgumentException("nobody here is called " + who);
    }
    return handheld;
  }

  static String resource(String name) throws IOException {
    try (InputStream in = Stage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    handhelds.values().forEach(handheld -> handheld.link.close());
    handhelds.values().forEach(handheld -> handheld.program.close());
    server.close();
  }
}
