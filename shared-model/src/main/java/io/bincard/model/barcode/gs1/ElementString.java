package io.bincard.model.barcode.gs1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Element strings as barcodes carry them: identifier and value one after the other, a separator
 * behind values whose length is not predefined. Source: GS1 General Specifications, "Processing of
 * data from a GS1 symbology".
 */
public final class ElementString {

  /** What scanners send for the FNC1 character: GS, the ASCII group separator. */
  public static final char SEPARATOR = '\u001d';

  private ElementString() {}

  /**
   * Reads the elements. Separators at the start, at the end and where none is needed are passed
   * over. How elements go together is another question, see {@link AssociationRules}.
   */
  public static ElementsOrError read(String text, UnknownIdentifiers unknown) {
    List<Element> elements = new ArrayList<>();
    int at = afterSeparators(text, 0);
    if (at == text.length()) {
      return ReadError.at(at, ReadErrorCode.NO_DATA, "there is no element");
    }
    while (at < text.length()) {
      ApplicationIdentifier identifier = unknown.startingAt(text, at);
      if (identifier == null) {
        return ReadError.at(
            at, ReadErrorCode.UNKNOWN_IDENTIFIER, "no application identifier starts here");
      }
      int from = at + identifier.code().length();
      int to = valueEnd(text, from, identifier);
      ReadError error = check(text, from, to, identifier);
      if (error != null) {
        return error;
      }
      if (elements.size() == Elements.MOST) {
        return ReadError.at(at, ReadErrorCode.TOO_MANY_ELEMENTS, "there are too many elements");
      }
      elements.add(new Element(identifier, text.substring(from, to)));
      at = afterSeparators(text, to);
    }
    return new Elements(elements);
  }

  /**
   * Writes the elements with separators between them where one is needed, without FNC1 in first
   * position.
   */
  public static String write(List<Element> elements) {
    StringBuilder text = new StringBuilder();
    boolean separate = false;
    for (Element element : elements) {
      if (separate) {
        text.append(SEPARATOR);
      }
      text.append(element.code()).append(element.value());
      separate = !element.identifier().predefinedLength();
    }
    return text.toString();
  }

  private static @Nullable ReadError check(
      String text, int from, int to, ApplicationIdentifier identifier) {
    ReadError error = identifier.check(text, from, to);
    return error == null && to - from > identifier.longest()
        ? ReadError.at(
                from + identifier.longest(),
                ReadErrorCode.TOO_LONG,
                "is too long, or the scanner does not send separators")
            .within(identifier)
        : error;
  }

  private static int valueEnd(String text, int from, ApplicationIdentifier identifier) {
    int separator = text.indexOf(SEPARATOR, from);
    int end = separator < 0 ? text.length() : separator;
    return identifier.predefinedLength() ? Math.min(end, from + identifier.longest()) : end;
  }

  private static int afterSeparators(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == SEPARATOR) {
      at++;
    }
    return at;
  }
}
