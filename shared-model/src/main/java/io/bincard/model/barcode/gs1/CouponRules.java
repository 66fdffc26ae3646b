package io.bincard.model.barcode.gs1;

import org.jspecify.annotations.Nullable;

/**
 * Rules on North American coupon codes. Sources: "North American Coupon Application Guideline Using
 * GS1 DataBar Expanded Symbols" and "North American Positive Offer File guideline".
 */
final class CouponRules {

  private CouponRules() {}

  /** AI (8110). */
  static @Nullable ReadError coupon(String text, int from, int to) {
    int stranger = Digits.firstOther(text, from, to);
    if (stranger < to) {
      return notADigit(stranger);
    }
    CouponReader coupon = new CouponReader(text, from, to);
    coupon.companyPrefix("the primary company prefix");
    coupon.skip(6, "the offer code");
    coupon.sized("the save value", 1, 5, 0);
    purchase(coupon, "the primary purchase");
    if (coupon.field('1')) {
      coupon.oneOf("0123", "the additional purchase rules code");
      purchase(coupon, "the second purchase");
      coupon.companyPrefixOrNone("the second purchase's company prefix");
    }
    if (coupon.field('2')) {
      purchase(coupon, "the third purchase");
      coupon.companyPrefixOrNone("the third purchase's company prefix");
    }
    int expiry = coupon.field('3') ? coupon.date("the expiration date") : -1;
    int start = coupon.field('4') ? coupon.date("the start date") : -1;
    if (expiry >= 0 && start >= 0 && coupon.compare(start, expiry, 6) > 0) {
      coupon.fail(start, "the expiration date lies before the start date");
    }
    if (coupon.field('5')) {
      coupon.sized("the serial number", 0, 9, 6);
    }
    if (coupon.field('6')) {
      coupon.sized("the retailer's company prefix or GLN", 1, 7, 6);
    }
    if (coupon.field('9')) {
      coupon.oneOf("01256", "the save value code");
      coupon.oneOf("012", "the item that the save value applies to");
      coupon.skip(1, "the store coupon flag");
      coupon.oneOf("01", "the don't multiply flag");
    }
    coupon.end();
    return coupon.error();
  }

  /** AI (8112). */
  static @Nullable ReadError positiveOffer(String text, int from, int to) {
    int stranger = Digits.firstOther(text, from, to);
    if (stranger < to) {
      return notADigit(stranger);
    }
    CouponReader coupon = new CouponReader(text, from, to);
    coupon.oneOf("01", "the format code");
    coupon.sized("the funder", 0, 6, 6);
    coupon.skip(6, "the offer code");
    coupon.sized("the serial number", 0, 9, 6);
    coupon.end();
    return coupon.error();
  }

  private static void purchase(CouponReader coupon, String which) {
    coupon.sized(which + "'s requirement", 1, 5, 0);
    coupon.oneOf("012349", which + "'s requirement code");
    coupon.skip(3, which + "'s family code");
  }

  private static ReadError notADigit(int position) {
    return ReadError.at(position, ReadErrorCode.WRONG_CHARACTER, "only digits may stand here");
  }
}
