package io.bincard.server.client;

/** A server was not reached, or did not take a file; the message says why and what to do. */
public final class ImportFailedException extends Exception {
  private static final long serialVersionUID = 1;

  ImportFailedException(String message) {
    super(message);
  }
}
