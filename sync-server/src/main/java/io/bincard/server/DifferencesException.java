package io.bincard.server;

/** The audit was done, and the tables do not say what the journals say. All is printed already. */
final class DifferencesException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
