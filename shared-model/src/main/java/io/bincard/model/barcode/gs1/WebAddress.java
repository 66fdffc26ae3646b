package io.bincard.model.barcode.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A web address, taken apart as far as a Digital Link asks for it.
 *
 * @param pathStart index of the slash behind the domain
 * @param path each segment with the one before it as its name, every second from the end
 * @param query the parameters that have a value
 */
record WebAddress(int pathStart, List<Part> path, List<Part> query) {

  private static final List<String> SCHEMES = List.of("https://", "HTTPS://", "http://", "HTTP://");
  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%";
  private static final String NOT_IN_DOMAIN = "_~?#@!$&'()*+,;=%";

  /**
   * A name and its value, still encoded.
   *
   * @param start index of the name in the address; one character stands between name and value
   */
  record Part(String name, String value, int start) {

    int valueStart() {
      return start + name.length() + 1;
    }
  }

  static int schemeLength(String text) {
    return SCHEMES.stream().filter(text::startsWith).mapToInt(String::length).findFirst().orElse(0);
  }

  static Optional<ReadError> malformed(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (CHARACTERS.indexOf(text.charAt(at)) < 0) {
        return error(at, "this character may not stand in a web address");
      }
    }
    int domain = schemeLength(text);
    if (domain == 0) {
      return error(0, "must start with https:// or http://");
    }
    int slash = text.indexOf('/', domain);
    int domainEnd = slash < 0 ? text.length() : slash;
    for (int at = domain; at < domainEnd; at++) {
      if (NOT_IN_DOMAIN.indexOf(text.charAt(at)) >= 0) {
        return error(at, "this character may not stand in a domain");
      }
    }
    return slash <= domain ? error(domain, "must have a domain and a path") : Optional.empty();
  }

  /** The parts of an address that is not {@link #malformed}. */
  static WebAddress of(String text) {
    int pathStart = text.indexOf('/', schemeLength(text));
    int end = indexOrEnd(text, '#', pathStart, text.length());
    int pathEnd = indexOrEnd(text, '?', pathStart, end);
    return new WebAddress(
        pathStart, pairsFromEnd(text, pathStart, pathEnd), parameters(text, pathEnd + 1, end));
  }

  private static List<Part> pairsFromEnd(String text, int pathStart, int pathEnd) {
    List<Part> pairs = new ArrayList<>();
    int valueEnd = pathEnd;
    int slash = text.lastIndexOf('/', valueEnd - 1);
    while (slash > pathStart) {
      int nameSlash = text.lastIndexOf('/', slash - 1);
      pairs.add(
          new Part(
              text.substring(nameSlash + 1, slash),
              text.substring(slash + 1, valueEnd),
              nameSlash + 1));
      valueEnd = nameSlash;
      slash = text.lastIndexOf('/', valueEnd - 1);
    }
    return pairs;
  }

  private static List<Part> parameters(String text, int queryStart, int end) {
    List<Part> parameters = new ArrayList<>();
    int from = queryStart;
    while (from < end) {
      int to = indexOrEnd(text, '&', from, end);
      int equals = indexOrEnd(text, '=', from, to);
      if (equals < to) {
        parameters.add(
            new Part(text.substring(from, equals), text.substring(equals + 1, to), from));
      }
      from = to + 1;
    }
    return parameters;
  }

  private static int indexOrEnd(String text, char character, int from, int end) {
    int index = text.indexOf(character, from);
    return index < 0 || index > end ? end : index;
  }

  private static Optional<ReadError> error(int position, String message) {
    return Optional.of(ReadError.at(position, ReadErrorCode.LINK, message));
  }
}
