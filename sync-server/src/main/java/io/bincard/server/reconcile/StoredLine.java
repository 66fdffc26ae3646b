package io.bincard.server.reconcile;

import io.bincard.model.discrepancy.Subject;
import io.bincard.model.stock.Quantity;
import java.util.List;

/**
 * What is stored of one order line.
 *
 * @param entries its steps, in canonical order; void ones appear twice, with both signs
 */
public record StoredLine(
    String item,
    Quantity ordered,
    Quantity picked,
    Quantity packed,
    boolean cancelled,
    List<Subject.LineEntry> entries) {
  public StoredLine {
    entries = List.copyOf(entries);
  }
}
