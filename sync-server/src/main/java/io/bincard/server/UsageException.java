package io.bincard.server;

/** Whoever started the program asked for something it can't do; the message says what to do. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
