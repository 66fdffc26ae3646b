package io.bincard.model.barcode.gs1;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an identifier may stand in a Digital Link.
 *
 * @param attribute whether it may stand in the query
 * @param qualifierOrders for a key, the orders in which its qualifiers may follow it in the path;
 *     empty for all that are no keys
 */
record LinkUse(boolean attribute, List<List<String>> qualifierOrders) {

  boolean key() {
    return !qualifierOrders.isEmpty();
  }

  /** Whether these may follow the key in this order; any of them may be left out. */
  boolean allows(List<String> qualifiers) {
    return qualifierOrders.stream().anyMatch(order -> inOrder(qualifiers, order));
  }

  /** Whether this could be one more qualifier of the key, beside these. */
  boolean takes(String code, List<String> qualifiers) {
    for (int at = 0; at <= qualifiers.size(); at++) {
      List<String> more = new ArrayList<>(qualifiers);
      more.add(at, code);
      if (allows(more)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inOrder(List<String> some, List<String> all) {
    int next = 0;
    for (String code : all) {
      if (next < some.size() && some.get(next).equals(code)) {
        next++;
      }
    }
    return next == some.size();
  }
}
