package io.bincard.handheld.console;

/**
 * The line a command is answered with: {@code = kind words}.
 *
 * @param kind of reply, one word
 * @param words for people
 */
record Line(String kind, String words) {
  static Line of(String kind, String words) {
    return new Line(kind, words);
  }

  @Override
  public String toString() {
    return ("= " + kind + " " + words.replace('\n', ' ')).strip();
  }
}
