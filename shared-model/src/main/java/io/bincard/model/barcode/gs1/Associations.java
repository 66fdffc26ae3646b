package io.bincard.model.barcode.gs1;

import java.util.List;

/**
 * Which other identifiers one needs beside it, and which it does not bear.
 *
 * @param needs every one of these has to be met
 * @param excludes none of these may be there
 */
record Associations(List<Need> needs, List<CodePattern> excludes) {

  static final Associations NONE = new Associations(List.of(), List.of());

  /**
   * Identifiers of which at least one group has to be there as a whole.
   *
   * @param spelling as the dictionary writes it, such as "01+21,02"
   */
  record Need(String spelling, List<List<CodePattern>> groups) {}
}
