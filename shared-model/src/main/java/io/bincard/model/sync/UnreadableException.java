package io.bincard.model.sync;

/** A text is not what it should be; the reason says what is wrong with which field. */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String reason;

  /**
   * Something is wrong with one field.
   *
   * @param field such as {@code clocks.monotonic}; empty if it is the text as a whole
   */
  public UnreadableException(String field, String reason, Throwable cause) {
    super(field.isEmpty() ? reason : field + ": " + reason, cause);
    this.field = field;
    this.reason = field.isEmpty() ? reason : field + ": " + reason;
  }

  public UnreadableException(String reason, Throwable cause) {
    this("", reason, cause);
  }

  public UnreadableException(String reason) {
    super(reason);
    this.field = "";
    this.reason = reason;
  }

  /** Such as {@code clocks.monotonic}; empty if it is the text as a whole. */
  public String field() {
    return field;
  }

  /** What is wrong, for people to read; it begins with the field if there is one. */
  public String reason() {
    return reason;
  }
}
