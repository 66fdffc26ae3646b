package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.ElementString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a scan's data that the barcode itself held. */
final class ScanText {

  /** Carriage return, line feed, tab, end of text: what a scanner types behind the data. */
  private static final String ENDS = "\r\n\t\u0003";

  private final String data;
  private final int start;
  private final int end;
  private final List<String> separators;

  private ScanText(String data, int start, int end, List<String> separators) {
    this.data = data;
    this.start = start;
    this.end = end;
    this.separators = separators;
  }

  static ScanText of(Scan scan, BarcodeSettings settings) {
    String data = scan.data();
    int end = data.length();
    while (end > 0 && ENDS.indexOf(data.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = 0;
    for (String prefix = prefixAt(data, start, settings);
        prefix != null && start + prefix.length() <= end;
        prefix = prefixAt(data, start, settings)) {
      start += prefix.length();
    }
    return new ScanText(data, start, end, settings.separators());
  }

  int start() {
    return start;
  }

  /** The same without so many characters at its start. */
  ScanText from(int characters) {
    return new ScanText(data, Math.min(end, start + characters), end, separators);
  }

  String text() {
    return data.substring(start, end);
  }

  /** The text with GS for everything that stands for GS. */
  String withSeparators() {
    return hasSubstitutes() ? substituted() : text();
  }

  boolean hasSubstitutes() {
    for (String separator : separators) {
      int at = data.indexOf(separator, start);
      if (at >= 0 && at + separator.length() <= end) {
        return true;
      }
    }
    return false;
  }

  /** Where in the data of the scan a character of {@link #withSeparators()} comes from. */
  int position(int indexWithSeparators) {
    int at = start;
    for (int index = 0; index < indexWithSeparators && at < end; index++) {
      at += lengthAt(at);
    }
    return at;
  }

  private String substituted() {
    StringBuilder text = new StringBuilder();
    for (int at = start; at < end; at += lengthAt(at)) {
      text.append(separatorAt(at) == null ? data.charAt(at) : ElementString.SEPARATOR);
    }
    return text.toString();
  }

  private int lengthAt(int at) {
    String separator = separatorAt(at);
    return separator == null ? 1 : separator.length();
  }

  private @Nullable String separatorAt(int at) {
    for (String separator : separators) {
      if (at + separator.length() <= end && data.startsWith(separator, at)) {
        return separator;
      }
    }
    return null;
  }

  private static @Nullable String prefixAt(String data, int at, BarcodeSettings settings) {
    for (String prefix : settings.prefixes()) {
      if (data.startsWith(prefix, at)) {
        return prefix;
      }
    }
    return null;
  }
}
