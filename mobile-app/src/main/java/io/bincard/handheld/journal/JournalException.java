package io.bincard.handheld.journal;

import org.jspecify.annotations.Nullable;

/** The journal cannot do what it is for. The message is for the person who holds the device. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalException(String message) {
    super(message);
  }

  public JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
