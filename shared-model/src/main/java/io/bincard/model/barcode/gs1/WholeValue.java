package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/** A value whose start and end are known before it is looked at. */
final class WholeValue {

  private WholeValue() {}

  static @Nullable ReadError check(String value, ApplicationIdentifier identifier) {
    if (value.length() < identifier.shortest()) {
      return ReadError.at(value.length(), ReadErrorCode.TOO_SHORT, "is too short")
          .within(identifier);
    }
    if (value.length() > identifier.longest()) {
      return ReadError.at(identifier.longest(), ReadErrorCode.TOO_LONG, "is too long")
          .within(identifier);
    }
    return identifier.check(value, 0, value.length());
  }
}
