package io.bincard.server.http;

/** Something else listens on the port. */
public final class PortTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortTakenException(String host, int port, Throwable cause) {
    super(
        "Cannot listen on %s:%d (%s). Stop what does, or choose another port with --port."
            .formatted(host, port, cause.getMessage()),
        cause);
  }
}
