package io.bincard.model.barcode.gs1;

/** Characters of web addresses that are written as "%" and two hexadecimal digits. */
final class PercentEncoding {

  private PercentEncoding() {}

  /**
   * The characters that are meant. A percent sign without digits stands for itself.
   *
   * @param query whether "+" means a space, as it does in the query of an address
   */
  static String decode(String text, boolean query) {
    StringBuilder decoded = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      int code = character == '%' && at + 2 < text.length() ? code(text, at + 1) : -1;
      if (code >= 0) {
        decoded.append((char) code);
        at += 2;
      } else {
        decoded.append(query && character == '+' ? ' ' : character);
      }
    }
    return decoded.toString();
  }

  private static int code(String text, int at) {
    int high = Hexadecimal.digit(text.charAt(at));
    int low = Hexadecimal.digit(text.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
