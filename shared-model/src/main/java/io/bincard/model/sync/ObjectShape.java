package io.bincard.model.sync;

/** What the parser takes on trust: one object, its end, and nothing behind it. */
final class ObjectShape {
  /** More than any message has; the parser calls itself for each level. */
  private static final int DEEPEST = 32;

  private ObjectShape() {}

  /**
   * Looks only at brackets and strings; the parser looks at the rest.
   *
   * @throws UnreadableException if the text is not one object, or is nested too deeply
   */
  static void check(String text) throws UnreadableException {
    int depth = 0;
    boolean ended = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ended && !isSpace(c)) {
        throw new UnreadableException("there is more text after the end of the object");
      }
      if (c == '"') {
        i = endOfString(text, i);
      } else if (c == '{' || c == '[') {
        if (++depth > DEEPEST) {
          throw new UnreadableException("it is nested more than " + DEEPEST + " levels deep");
        }
      } else if (c == '}' || c == ']') {
        ended = --depth <= 0;
      }
    }
    if (!ended) {
      throw new UnreadableException("the text ends before the object does");
    }
  }

  private static int endOfString(String text, int start) throws UnreadableException {
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i;
      }
    }
    throw new UnreadableException("the text ends within a string");
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
