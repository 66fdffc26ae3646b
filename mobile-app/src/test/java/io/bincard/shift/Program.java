package io.bincard.shift;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Another process of this product, on the class path of this one. It reads and writes lines. */
final class Program implements AutoCloseable {
  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  /** What matters about a program: to be there at once, or to be fast in the end. */
  enum Speed {
    SOON(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")),
    FULL(List.of());

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list, which the type cannot say
    private final List<String> options;

    Speed(List<String> options) {
      this.options = options;
    }
  }

  private Program(String name, Process process) {
    this.name = name;
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts a program.
   *
   * @param main the name of its main class
   * @param log where its standard error goes
   */
  static Program start(
      String name, String main, List<String> arguments, Map<String, String> environment, Path log)
      throws IOException {
    return start(name, main, arguments, environment, log, Speed.SOON);
  }

  static Program start(
      String name,
      String main,
      List<String> arguments,
      Map<String, String> environment,
      Path log,
      Speed speed)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(speed.options);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new Program(name, builder.start());
  }

  long pid() {
    return process.pid();
  }

  void write(String line) {
    try {
      questions.write(line);
      questions.write('\n');
      questions.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(name + " does not listen any more", gone);
    }
  }

  /** Reads lines until one satisfies; the others are handed on. */
  String readUntil(Predicate<String> last, Consumer<String> others) {
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (last.test(line)) {
          return line;
        }
        others.accept(line);
      }
      throw new IllegalStateException(
          name + " ended with " + process.waitFor() + " instead of answering");
    } catch (IOException gone) {
      throw new UncheckedIOException(name + " does not answer any more", gone);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, stop);
    }
  }

  /** Everything it says until it ends. */
  List<String> readAll() {
    return answers.lines().toList();
  }

  /** Lets it end by itself; its exit code. */
  int await() {
    try {
      return process.waitFor();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, stop);
    }
  }

  /** Signal 9: it gets no chance to tidy up. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  /** Signal 15. */
  @Override
  public void close() {
    process.destroy();
    await();
  }
}
