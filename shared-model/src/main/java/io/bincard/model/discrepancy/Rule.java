package io.bincard.model.discrepancy;

import java.util.List;

/** When a discrepancy of one code holds. A pure function of its subject. */
@FunctionalInterface
interface Rule<S extends Subject> {
  List<Finding> findings(S subject);
}
