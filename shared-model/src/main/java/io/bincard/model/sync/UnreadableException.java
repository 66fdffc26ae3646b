package io.bincard.model.sync;

/** A text is not what it should be; the message names the field and says what is wrong with it. */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableException(String message, Throwable cause) {
    super(message, cause);
  }

  public UnreadableException(String message) {
    super(message);
  }
}
