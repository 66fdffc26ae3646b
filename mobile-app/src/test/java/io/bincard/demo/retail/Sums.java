package io.bincard.demo.retail;

import java.math.BigDecimal;
import java.util.Collection;

/** How many rows, units and pounds some rows are together. */
record Sums(long rows, long units, BigDecimal value) {
  static Sums of(Collection<RetailRow> rows) {
    return new Sums(
        rows.size(),
        rows.stream().mapToLong(RetailRow::quantity).sum(),
        rows.stream().map(RetailRow::value).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  Sums plus(Sums other) {
    return new Sums(rows + other.rows, units + other.units, value.add(other.value));
  }

  /** Equal as amounts, so that 1.50 is 1.5. */
  boolean equalsInAmount(Sums other) {
    return rows == other.rows && units == other.units && value.compareTo(other.value) == 0;
  }

  @Override
  public String toString() {
    return "%d rows, %d units, %s pounds".formatted(rows, units, value.toPlainString());
  }
}
