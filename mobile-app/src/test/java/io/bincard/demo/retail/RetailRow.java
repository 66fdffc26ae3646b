package io.bincard.demo.retail;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of an invoice, as the file has it.
 *
 * @param line of the file, from 1
 * @param quantity units; negative for goods that came back, and for corrections
 * @param price of one unit
 * @param customer empty if missing
 * @param description empty if missing
 */
record RetailRow(
    int line,
    String invoice,
    String code,
    String description,
    int quantity,
    LocalDate date,
    BigDecimal price,
    String customer,
    String country) {

  BigDecimal value() {
    return price.multiply(BigDecimal.valueOf(quantity));
  }
}
