package io.bincard.model.sync;

/** A text is not what it should be; the message says what is wrong with which field. */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * Something is wrong with one field.
   *
   * @param field such as {@code clocks.monotonic}; empty if it is the text as a whole
   */
  public UnreadableException(String field, String reason, Throwable cause) {
    super(field.isEmpty() ? reason : field + ": " + reason, cause);
    this.field = field;
  }

  public UnreadableException(String message, Throwable cause) {
    this("", message, cause);
  }

  public UnreadableException(String message) {
    super(message);
    this.field = "";
  }

  /** Such as {@code clocks.monotonic}; empty if it is the text as a whole. */
  public String field() {
    return field;
  }
}
