package io.bincard.handheld.console;

/** A command was not used as it is meant; the message says how. */
final class Misuse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Misuse(String message) {
    super(message);
  }
}
