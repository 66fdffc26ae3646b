package io.bincard.model.barcode.gs1;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GS1 Digital Links, uncompressed: https://example.com/01/09521234543213/10/ABC?17=261231. The path
 * ends with a key and its qualifiers in their order; the query holds the other elements, and
 * anything else that is no concern of ours. Source: GS1 Digital Link Standard: URI Syntax.
 */
public final class DigitalLink {

  private DigitalLink() {}

  /** Whether the text claims to be a web address, written in small or in capital letters. */
  public static boolean isAddress(String text) {
    return WebAddress.schemeLength(text) > 0;
  }

  /**
   * Reads the elements, those of the path first. How elements go together is another question, see
   * {@link AssociationRules}.
   */
  public static ElementsOrError read(String text, UnknownIdentifiers unknown) {
    Optional<ReadError> malformed = WebAddress.malformed(text);
    if (malformed.isPresent()) {
      return malformed.orElseThrow();
    }
    WebAddress address = WebAddress.of(text);
    List<WebAddress.Part> path = keyAndQualifiers(address.path(), unknown);
    if (path.isEmpty()) {
      return link(address.pathStart(), "no GS1 key stands in the path");
    }
    List<Element> elements = new ArrayList<>();
    ReadError error = addAll(path, false, elements, unknown);
    List<Element> pathElements = List.copyOf(elements);
    if (error == null) {
      error = addAll(withNumericNames(address.query()), true, elements, unknown);
    }
    if (error == null) {
      error = misplaced(pathElements, elements);
    }
    return error == null ? new Elements(elements) : error;
  }

  /**
   * The pairs from the last key on; none if the path does not end with a key and what belongs to
   * it.
   */
  private static List<WebAddress.Part> keyAndQualifiers(
      List<WebAddress.Part> pairsFromEnd, UnknownIdentifiers unknown) {
    List<WebAddress.Part> pairs = new ArrayList<>();
    for (WebAddress.Part pair : pairsFromEnd) {
      ApplicationIdentifier identifier = unknown.find(pair.name());
      if (identifier == null) {
        return List.of();
      }
      pairs.add(0, pair);
      if (identifier.linkUse().key()) {
        return pairs;
      }
    }
    return List.of();
  }

  /** The others are no concern of GS1. */
  private static List<WebAddress.Part> withNumericNames(List<WebAddress.Part> parameters) {
    return parameters.stream().filter(parameter -> Digits.only(parameter.name())).toList();
  }

  private static @Nullable ReadError addAll(
      List<WebAddress.Part> parts, boolean query, List<Element> to, UnknownIdentifiers unknown) {
    for (WebAddress.Part part : parts) {
      ApplicationIdentifier identifier = unknown.find(part.name());
      if (identifier == null) {
        return ReadError.at(
            part.start(), ReadErrorCode.UNKNOWN_IDENTIFIER, "this is no application identifier");
      }
      String value = PercentEncoding.decode(part.value(), query);
      ReadError error = WholeValue.check(value, identifier);
      if (error != null) {
        // Encoded characters before it are three instead of one, so this is near the place.
        return error.movedTo(part.valueStart() + error.position());
      }
      if (to.size() == Elements.MOST) {
        return ReadError.at(
            part.start(), ReadErrorCode.TOO_MANY_ELEMENTS, "there are too many elements");
      }
      to.add(new Element(identifier, value));
    }
    return null;
  }

  /** What stands where it may not: qualifiers, an element that stands twice, one of the query. */
  private static @Nullable ReadError misplaced(List<Element> path, List<Element> all) {
    LinkUse key = path.get(0).identifier().linkUse();
    if (!key.allows(qualifiers(path))) {
      return link(0, "these qualifiers do not follow this key in this order");
    }
    Set<String> seen = new HashSet<>();
    for (Element element : all) {
      if (!seen.add(element.code())) {
        return link(0, "(" + element.code() + ") stands there twice");
      }
    }
    for (Element element : all.subList(path.size(), all.size())) {
      if (!element.identifier().linkUse().attribute()) {
        return link(0, "(" + element.code() + ") may not stand in the query");
      }
      if (key.takes(element.code(), qualifiers(path))) {
        return link(0, "(" + element.code() + ") belongs into the path");
      }
    }
    return null;
  }

  private static List<String> qualifiers(List<Element> path) {
    return path.stream().skip(1).map(Element::code).toList();
  }

  private static ReadError link(int position, String message) {
    return ReadError.at(position, ReadErrorCode.LINK, message);
  }
}
