package io.bincard.model.barcode.gs1;

import java.util.ArrayList;
import java.util.List;

/**
 * Element strings as people read and write them: (01)09521234543213(10)ABC. An opening bracket
 * inside of a value is written \(.
 */
public final class BracketedText {

  private BracketedText() {}

  /**
   * Reads the elements. How elements go together is another question, see {@link AssociationRules}.
   */
  public static ElementsOrError read(String text, UnknownIdentifiers unknown) {
    List<Element> elements = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int close = text.indexOf(')', at);
      if (text.charAt(at) != '(' || close < 0) {
        return ReadError.at(at, ReadErrorCode.BRACKETS, "must be of the form (01)09521234543213");
      }
      ApplicationIdentifier identifier = unknown.find(text.substring(at + 1, close));
      if (identifier == null) {
        return ReadError.at(
            at + 1, ReadErrorCode.UNKNOWN_IDENTIFIER, "this is no application identifier");
      }
      int end = valueEnd(text, close + 1);
      String value = text.substring(close + 1, end).replace("\\(", "(");
      ReadError error = WholeValue.check(value, identifier);
      if (error != null) {
        return error.movedTo(close + 1 + error.position());
      }
      if (elements.size() == Elements.MOST) {
        return ReadError.at(at, ReadErrorCode.TOO_MANY_ELEMENTS, "there are too many elements");
      }
      elements.add(new Element(identifier, value));
      at = end;
    }
    return elements.isEmpty()
        ? ReadError.at(0, ReadErrorCode.NO_DATA, "there is no element")
        : new Elements(elements);
  }

  /** Writes the elements. */
  public static String write(List<Element> elements) {
    StringBuilder text = new StringBuilder();
    for (Element element : elements) {
      text.append('(').append(element.code()).append(')');
      text.append(element.value().replace("(", "\\("));
    }
    return text.toString();
  }

  private static int valueEnd(String text, int from) {
    int open = text.indexOf('(', from);
    while (open > 0 && text.charAt(open - 1) == '\\') {
      open = text.indexOf('(', open + 1);
    }
    return open < 0 ? text.length() : open;
  }
}
