package io.bincard.demo.retail;

/** Why a row was dropped, or what was changed about one that was kept. */
enum Reason {
  UNREADABLE(true, "a field is missing, or no number or date"),
  CANCELLED(true, "the invoice begins with C: cancelled, or goods that came back"),
  NO_GOODS(true, "the code is of no goods: postage, fees, discounts, vouchers, samples"),
  CORRECTION(true, "a stock correction: alone on its invoice, without price and customer"),
  NOT_POSITIVE(true, "the quantity is not above zero"),
  TOO_MANY(true, "the quantity is above ten million"),

  CODE_IN_LOWER_CASE(false, "the code is written in upper case, as elsewhere"),
  DESCRIPTION_MISSING(false, "the item's name is taken from other rows"),
  DESCRIPTION_DIFFERS(false, "the item's name is the one most rows have"),
  CUSTOMER_MISSING(false, "the customer is called unknown");

  private final boolean drops;
  private final String meaning;

  Reason(boolean drops, String meaning) {
    this.drops = drops;
    this.meaning = meaning;
  }

  boolean drops() {
    return drops;
  }

  String meaning() {
    return meaning;
  }
}
