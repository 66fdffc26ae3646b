package io.bincard.handheld.sync;

/**
 * Why something did not work. It consumed nothing: it will be tried again.
 *
 * @param detail for people: what is wrong, and what to do where something can be done
 * @param retryAfter milliseconds the server asked to be left alone; 0 if it did not
 */
public record Failure(Kind kind, String detail, long retryAfter) {
  /** What sort of failure it was. */
  public enum Kind {
    /** No connection, a cut one, or none in time. */
    UNREACHABLE,
    /** 401: the token is not good any more. */
    UNAUTHORIZED,
    /** 403: the device may not do this, for example because it was revoked. */
    FORBIDDEN,
    /** 413: less has to be sent at once. */
    TOO_LARGE,
    /** 429, or the server said when to come back. */
    BUSY,
    /** 5xx: the server is in trouble. */
    SERVER,
    /** It is not what docs/protocol.md says: another server, a portal, a defect. */
    UNEXPECTED,
    /** This device could not write down what it got. */
    DEVICE
  }

  static Failure of(Kind kind, String detail) {
    return new Failure(kind, detail, 0);
  }
}
