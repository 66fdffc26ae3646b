package io.bincard.model.barcode.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The suspicion that a scanner does not send separators: (21)A/B10X can as well be (21)A/B and
 * (10)X.
 *
 * @param otherReading all elements, had there been a separator
 */
public record LostSeparator(List<Element> otherReading) {

  /**
   * Dates and weights, lot and serial: what stands behind another element of variable length on
   * real labels.
   */
  private static final List<String> SUSPECTS =
      List.of("17", "15", "11", "13", "10", "21", "3100", "3101", "3102", "3103", "3104", "3105");

  public LostSeparator {
    otherReading = List.copyOf(otherReading);
  }

  /**
   * Looks for another reading of elements that were read from a text without any separator between
   * them. All but the last then have a predefined length, so that only the last can hide another
   * one.
   */
  public static Optional<LostSeparator> find(List<Element> elements) {
    Element last = elements.get(elements.size() - 1);
    if (last.identifier().predefinedLength()) {
      return Optional.empty();
    }
    String value = last.value();
    for (int at = 1; at < value.length(); at++) {
      ApplicationIdentifier suspect = ApplicationIdentifiers.startingAt(value, at);
      if (suspect != null && isProbable(suspect, value, at)) {
        List<Element> other = split(elements, at);
        if (!other.isEmpty()) {
          return Optional.of(new LostSeparator(other));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Inside of a long number every second place looks like an identifier: only a date or weight is
   * worth a word.
   */
  private static boolean isProbable(ApplicationIdentifier suspect, String value, int at) {
    int behind = at + suspect.code().length();
    return behind < value.length()
        && SUSPECTS.contains(suspect.code())
        && (suspect.predefinedLength()
            || !Digits.is(value.charAt(at - 1))
            || !Digits.is(value.charAt(behind)));
  }

  /**
   * The elements with the last one cut in two or more; empty if that gives no element string by the
   * standard.
   */
  private static List<Element> split(List<Element> elements, int at) {
    Element last = elements.get(elements.size() - 1);
    String before = last.value().substring(0, at);
    List<Element> other = new ArrayList<>(elements.subList(0, elements.size() - 1));
    other.add(new Element(last.identifier(), before));
    if (last.identifier().check(before, 0, before.length()) == null
        && ElementString.read(last.value().substring(at), UnknownIdentifiers.REFUSED)
            instanceof Elements behind) {
      other.addAll(behind.list());
      return mayStandTogether(other) ? other : List.of();
    }
    return List.of();
  }

  private static boolean mayStandTogether(List<Element> elements) {
    long codes = elements.stream().map(Element::code).distinct().count();
    return codes == elements.size()
        && AssociationRules.conflicts(elements).isEmpty()
        && AssociationRules.needs(elements).isEmpty();
  }
}
