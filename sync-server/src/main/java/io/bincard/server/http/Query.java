package io.bincard.server.http;

import io.bincard.server.problem.ProblemKind;
import io.helidon.webserver.http.ServerRequest;

/** Reads what stands behind the question mark. */
public final class Query {
  private Query() {}

  /** A parameter that has to be there. */
  public static String required(ServerRequest request, String name) {
    String value = request.query().first(name).orElse("");
    if (value.isEmpty()) {
      throw ProblemKind.MALFORMED.because(name, "Add ?" + name + "=... to the address.");
    }
    return value;
  }

  /**
   * A whole number.
   *
   * @param otherwise what it is if it is not there
   */
  public static long number(
      ServerRequest request, String name, long least, long most, long otherwise) {
    String text = request.query().first(name).orElse("");
    try {
      long value = text.isEmpty() ? otherwise : Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notOne) {
      // The answer is the same.
    }
    throw ProblemKind.MALFORMED.because(
        name, "%s is '%s'; it must be from %d to %d.".formatted(name, text, least, most));
  }
}
