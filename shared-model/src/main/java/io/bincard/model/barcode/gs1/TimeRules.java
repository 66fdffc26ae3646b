package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/** Rules on times of day in digits. */
final class TimeRules {

  private TimeRules() {}

  static @Nullable ReadError hour(String text, int from, int to) {
    return atMost(23, "hour", text, from);
  }

  static @Nullable ReadError minute(String text, int from, int to) {
    return atMost(59, "minute", text, from);
  }

  static @Nullable ReadError second(String text, int from, int to) {
    return atMost(59, "second", text, from);
  }

  static @Nullable ReadError hourAndMinute(String text, int from, int to) {
    ReadError error = hour(text, from, from + 2);
    return error == null ? minute(text, from + 2, to) : error;
  }

  private static @Nullable ReadError atMost(int most, String what, String text, int from) {
    int value = Digits.pair(text, from);
    return value <= most
        ? null
        : ReadError.at(from, ReadErrorCode.TIME, "there is no " + what + " " + value);
  }
}
