package io.bincard.model.barcode.gs1;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which elements may and must stand together on one item. Source: GS1 General Specifications, "Data
 * relationships". They are meant for all barcodes of an item together; a label that is spread over
 * two barcodes breaks {@link #needs} in each.
 */
public final class AssociationRules {

  /** Keys whose serial component is optional but for a digital signature. */
  private static final List<String> SERIAL_IS_OPTIONAL = List.of("253", "255", "8003");

  private static final String SIGNATURE = "8030";

  private AssociationRules() {}

  /**
   * What must not be: forbidden pairs, one identifier with two values, a signature of a key without
   * serial.
   */
  public static Optional<ReadError> conflicts(List<Element> elements) {
    for (Element element : elements) {
      ReadError error = conflict(element, elements);
      if (error != null) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }

  /** What is missing: an element that another one needs beside it. */
  public static Optional<ReadError> needs(List<Element> elements) {
    for (Element element : elements) {
      ApplicationIdentifier identifier = element.identifier();
      for (Associations.Need need : identifier.associations().needs()) {
        if (!isMet(need, identifier, elements)) {
          return Optional.of(
              ReadError.at(0, ReadErrorCode.PARTNER_MISSING, "needs one of " + need.spelling())
                  .within(identifier));
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable ReadError conflict(Element element, List<Element> elements) {
    ApplicationIdentifier identifier = element.identifier();
    List<CodePattern> excludes = identifier.associations().excludes();
    for (Element other : elements) {
      if (other.identifier().equals(identifier)) {
        if (!other.value().equals(element.value())) {
          return ReadError.at(0, ReadErrorCode.CONTRADICTION, "has two different values")
              .within(identifier);
        }
      } else if (matchesAny(excludes, other.identifier())) {
        return ReadError.at(
                0, ReadErrorCode.NOT_TOGETHER, "may not stand beside (" + other.code() + ")")
            .within(identifier);
      }
    }
    return lacksSerial(element, elements)
        ? ReadError.at(0, ReadErrorCode.SERIAL_MISSING, "needs a serial component if it is signed")
            .within(identifier)
        : null;
  }

  private static boolean lacksSerial(Element element, List<Element> elements) {
    return SERIAL_IS_OPTIONAL.contains(element.code())
        && element.value().length() == element.identifier().shortest()
        && elements.stream().anyMatch(other -> other.code().equals(SIGNATURE));
  }

  private static boolean isMet(
      Associations.Need need, ApplicationIdentifier identifier, List<Element> elements) {
    for (List<CodePattern> group : need.groups()) {
      if (isThere(group, identifier, elements)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isThere(
      List<CodePattern> group, ApplicationIdentifier identifier, List<Element> elements) {
    for (CodePattern pattern : group) {
      if (!isThere(pattern, identifier, elements)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isThere(
      CodePattern pattern, ApplicationIdentifier identifier, List<Element> elements) {
    for (Element other : elements) {
      if (pattern.matches(other.identifier()) && !other.identifier().equals(identifier)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesAny(List<CodePattern> patterns, ApplicationIdentifier identifier) {
    for (CodePattern pattern : patterns) {
      if (pattern.matches(identifier)) {
        return true;
      }
    }
    return false;
  }
}
