package io.bincard.handheld.scan;

/** A file is no picture that can be read; the message says what to do. */
public final class UnreadablePictureException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadablePictureException(String message) {
    super(message);
  }

  public UnreadablePictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
