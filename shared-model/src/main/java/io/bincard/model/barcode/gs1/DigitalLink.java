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
    for (WebAddress.Part part : path) {
      ReadError error = add(part, false, elements, unknown);
      if (error != null) {
        return error;
      }
    }
    List<Element> pathElements = List.copyOf(elements);
    if (!pathElements.get(0).identifier().linkUse().allows(qualifiers(pathElements))) {
      return link(path.get(0).start(), "these qualifiers do not follow this key in this order");
    }
    for (WebAddress.Part part : address.query()) {
      ReadError error = Digits.only(part.name()) ? add(part, true, elements, unknown) : null;
      if (error == null && elements.size() > Elements.MOST) {
        error = ReadError.at(0, ReadErrorCode.TOO_MANY_ELEMENTS, "there are too many elements");
      }
      if (error != null) {
        return error;
      }
    }
    ReadError misplaced = misplaced(pathElements, elements);
    return misplaced == null ? new Elements(elements) : misplaced;
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

  private static @Nullable ReadError add(
      WebAddress.Part part, boolean query, List<Element> elements, UnknownIdentifiers unknown) {
    ApplicationIdentifier identifier = unknown.find(part.name());
    if (identifier == null) {
      return ReadError.at(
          part.start(), ReadErrorCode.UNKNOWN_IDENTIFIER, "this is no application identifier");
    }
    String value = PercentEncoding.decode(part.value(), query);
    ReadError error = WholeValue.check(value, identifier);
    if (error != null) {
      return error.movedTo(part.valueStart());
    }
    elements.add(new Element(identifier, value));
    return null;
  }

  /** An element that stands twice, or in the query although it may not or belongs into the path. */
  private static @Nullable ReadError misplaced(List<Element> path, List<Element> all) {
    Set<String> seen = new HashSet<>();
    for (Element element : all) {
      if (!seen.add(element.code())) {
        return link(0, "(" + element.code() + ") stands there twice");
      }
    }
    LinkUse key = path.get(0).identifier().linkUse();
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
