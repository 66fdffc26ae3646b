package io.bincard.handheld.sync;

import org.jspecify.annotations.Nullable;

/** A request was not answered as documented. */
public final class TransportException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public TransportException(Failure failure, @Nullable Throwable cause) {
    super(failure.detail(), cause);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }

  /** The failure behind whatever a future was completed with. */
  static Failure failureOf(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof TransportException known) {
        return known.failure();
      }
    }
    return Failure.of(Failure.Kind.UNEXPECTED, String.valueOf(thrown));
  }
}
