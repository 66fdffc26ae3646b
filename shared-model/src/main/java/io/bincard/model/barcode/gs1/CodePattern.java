package io.bincard.model.barcode.gs1;

/**
 * One identifier, or with trailing "n" all of a kind: "310n" is 3100 to 3109.
 *
 * @param first smallest number that is meant
 * @param last greatest number that is meant
 */
record CodePattern(int first, int last) {

  static CodePattern of(String spelling) {
    return new CodePattern(
        Integer.parseInt(spelling.replace('n', '0')), Integer.parseInt(spelling.replace('n', '9')));
  }

  boolean matches(ApplicationIdentifier identifier) {
    return identifier.number() >= first && identifier.number() <= last;
  }
}
