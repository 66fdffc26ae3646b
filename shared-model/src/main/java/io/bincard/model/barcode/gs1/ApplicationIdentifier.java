package io.bincard.model.barcode.gs1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A GS1 application identifier and what its value has to look like. */
public final class ApplicationIdentifier {

  private final String code;
  private final String title;
  private final boolean predefinedLength;
  private final LinkUse linkUse;
  private final List<Component> components;
  private final Associations associations;
  private final int shortest;
  private final int longest;
  private final int number;

  ApplicationIdentifier(
      String code,
      String title,
      boolean predefinedLength,
      LinkUse linkUse,
      List<Component> components,
      Associations associations) {
    this.code = code;
    this.title = title;
    this.predefinedLength = predefinedLength;
    this.linkUse = linkUse;
    this.components = List.copyOf(components);
    this.associations = associations;
    this.shortest =
        components.stream().filter(part -> !part.optional()).mapToInt(Component::shortest).sum();
    this.longest = components.stream().mapToInt(Component::longest).sum();
    this.number = Integer.parseInt(code);
  }

  /** Its digits, two to four of them. */
  public String code() {
    return code;
  }

  /** What GS1 calls it, such as "BATCH/LOT". */
  public String title() {
    return title;
  }

  /** Whether its length is known in advance, so that no separator follows it. */
  public boolean predefinedLength() {
    return predefinedLength;
  }

  /** Fewest characters of a value. */
  public int shortest() {
    return shortest;
  }

  /** Most characters of a value. */
  public int longest() {
    return longest;
  }

  /**
   * The code as a number: no two identifiers share it, for none but the first ten start with a
   * zero.
   */
  int number() {
    return number;
  }

  List<Component> components() {
    return components;
  }

  LinkUse linkUse() {
    return linkUse;
  }

  Associations associations() {
    return associations;
  }

  /** How many digits the date has that a value starts with: 6, 8, or 0 if there is none. */
  int dateDigits() {
    Component first = components.get(0);
    return first.rules().stream().anyMatch(ContentRules::isDate) ? first.longest() : 0;
  }

  /**
   * What is wrong with a value; null if nothing. What is beyond the longest value is not looked at.
   */
  @Nullable ReadError check(String text, int from, int to) {
    if (from == to) {
      return ReadError.at(from, ReadErrorCode.EMPTY_VALUE, "has no value").within(this);
    }
    int at = from;
    for (int part = 0; part < components.size(); part++) {
      Component component = components.get(part);
      int end = Math.min(to, at + component.longest());
      if (at == end && component.optional()) {
        continue;
      }
      ReadError error = component.check(text, at, end);
      if (error != null) {
        return error.within(this);
      }
      at = end;
    }
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApplicationIdentifier that && code.equals(that.code);
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public String toString() {
    return "(" + code + ") " + title;
  }
}
