package io.bincard.shift;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens in a shift, step by step. A step is a line {@code who what => kind words}; a chapter
 * begins with {@code ##}; what follows {@code #} is for people.
 */
record Script(List<Chapter> chapters) {
  Script {
    chapters = List.copyOf(chapters);
  }

  /** Some steps with a title. */
  record Chapter(String title, List<Step> steps) {
    Chapter {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One step.
   *
   * @param line of the file, for messages
   * @param kind of the reply it must have; empty if it has none
   * @param words that the reply must contain
   */
  record Step(int line, String who, String what, String kind, String words) {}

  /**
   * Reads a script.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  static Script parse(List<String> lines) {
    List<Chapter> chapters = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    String title = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("## ")) {
        if (!steps.isEmpty()) {
          chapters.add(new Chapter(title, steps));
        }
        title = line.substring(3);
        steps.clear();
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        steps.add(step(i + 1, line));
      }
    }
    chapters.add(new Chapter(title, steps));
    return new Script(chapters);
  }

  private static Step step(int number, String line) {
    int arrow = line.indexOf("=>");
    String left = (arrow < 0 ? line : line.substring(0, arrow)).strip();
    String right = arrow < 0 ? "" : line.substring(arrow + 2).strip();
    String[] who = left.split("\\s+", 2);
    if (who.length < 2) {
      throw new IllegalArgumentException("line " + number + ": say who does what");
    }
    String[] reply = right.split("\\s+", 2);
    return new Step(number, who[0], who[1], reply[0], reply.length < 2 ? "" : reply[1]);
  }
}
