package io.bincard.server.problem;

import io.bincard.model.sync.Problem;
import org.jspecify.annotations.Nullable;

/** All kinds of problems an answer can have. Names and numbers are part of the protocol. */
public enum ProblemKind {
  MALFORMED("malformed", 400, "The request cannot be understood"),
  UNAUTHENTICATED("unauthenticated", 401, "No valid token"),
  DEVICE_REVOKED("device-revoked", 403, "This device has been revoked"),
  NOT_ALLOWED("not-allowed", 403, "Not allowed"),
  NOT_FOUND("not-found", 404, "There is nothing here"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method does not work here"),
  CONFLICT("conflict", 409, "It does not fit the present state"),
  TOO_LARGE("too-large", 413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body has the wrong type"),
  ERRORS_IN_FILE("errors-in-file", 422, "The file has errors; nothing of it was done"),
  TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
  INTERNAL("internal", 500, "The server made a mistake"),
  UNAVAILABLE("unavailable", 503, "Not available at the moment");

  private final String type;
  private final int status;
  private final String title;

  ProblemKind(String type, int status, String title) {
    this.type = "/problems/" + type;
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /**
   * A problem that is no field's fault.
   *
   * @param detail what is wrong and what to do
   */
  public ProblemException because(String detail) {
    return new ProblemException(problem(null, null, detail));
  }

  /** A problem with one field of the request. */
  public ProblemException because(String field, String detail) {
    return new ProblemException(problem(null, field.isEmpty() ? null : field, detail));
  }

  /**
   * A problem with one line of a body that has lines.
   *
   * @param line from 1
   * @param field empty if it is the line as a whole
   */
  public ProblemException atLine(int line, String field, String detail) {
    return new ProblemException(problem(line, field.isEmpty() ? null : field, detail));
  }

  private Problem problem(@Nullable Integer line, @Nullable String field, String detail) {
    return new Problem(type, title, status, detail, field, line);
  }
}
