package io.bincard.server.http;

import io.bincard.server.problem.ProblemKind;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;

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

  /** Makes sure that no parameter is there but these: a misspelt one would be overlooked. */
  public static void only(ServerRequest request, String... names) {
    for (String name : request.query().names()) {
      if (!Arrays.asList(names).contains(name)) {
        throw ProblemKind.MALFORMED.because(
            name, "There is no ?%s here, only: %s.".formatted(name, String.join(", ", names)));
      }
    }
  }

  /** A parameter that need not be there; empty if it is not. */
  public static String optional(ServerRequest request, String name) {
    return request.query().first(name).orElse("");
  }

  /** True or false; false if it is not there. */
  public static boolean flag(ServerRequest request, String name) {
    String value = optional(request, name);
    if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
      throw ProblemKind.MALFORMED.because(
          name, "%s is '%s'; it must be true or false.".formatted(name, value));
    }
    return value.equals("true");
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
