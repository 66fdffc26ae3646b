package io.bincard.model.barcode.gs1;

import java.util.Map;

/** The rules on content by the names that the dictionary gives them. */
final class ContentRules {

  private static final ContentRule SHORT_DATE_OR_MONTH = DateRules::shortDateOrMonth;
  private static final ContentRule SHORT_DATE = DateRules::shortDate;
  private static final ContentRule LONG_DATE = DateRules::longDate;

  private static final Map<String, ContentRule> BY_NAME =
      Map.ofEntries(
          Map.entry("couponcode", CouponRules::coupon),
          Map.entry("couponposoffer", CouponRules::positiveOffer),
          Map.entry("csum", CheckDigit::check),
          Map.entry("csumalpha", CheckCharacters::check),
          Map.entry("gcppos1", CompanyPrefix::startsHere),
          Map.entry("gcppos2", CompanyPrefix::startsAtSecondDigit),
          Map.entry("hasnondigit", TextRules::hasOtherThanDigits),
          Map.entry("hh", TimeRules::hour),
          Map.entry("hhmi", TimeRules::hourAndMinute),
          Map.entry("hyphen", TextRules::hyphens),
          Map.entry("iban", Iban::check),
          Map.entry("importeridx", TextRules::importerIndex),
          Map.entry("iso3166", CodeLists::countryNumber),
          Map.entry("iso3166999", CodeLists::countryNumberOr999),
          Map.entry("iso3166alpha2", CodeLists::countryLetters),
          Map.entry("iso4217", CodeLists::currencyNumber),
          Map.entry("iso5218", TextRules::sex),
          Map.entry("latitude", NumberRules::latitude),
          Map.entry("longitude", NumberRules::longitude),
          Map.entry("mediatype", CodeLists::mediaType),
          Map.entry("mi", TimeRules::minute),
          Map.entry("nonzero", NumberRules::notZero),
          Map.entry("nozeroprefix", NumberRules::noLeadingZero),
          Map.entry("packagetype", CodeLists::packageType),
          Map.entry("pcenc", TextRules::percentEncoded),
          Map.entry("pieceoftotal", NumberRules::pieceOfTotal),
          Map.entry("posinseqslash", NumberRules::positionOfEnd),
          Map.entry("ss", TimeRules::second),
          Map.entry("winding", TextRules::windingDirection),
          Map.entry("yesno", TextRules::yesOrNo),
          Map.entry("yymmd0", SHORT_DATE_OR_MONTH),
          Map.entry("yymmdd", SHORT_DATE),
          Map.entry("yyyymmdd", LONG_DATE),
          Map.entry("zero", NumberRules::zero));

  private ContentRules() {}

  static ContentRule named(String name) {
    ContentRule rule = BY_NAME.get(name);
    if (rule == null) {
      throw new IllegalStateException("No rule is called " + name);
    }
    return rule;
  }

  static boolean isDate(ContentRule rule) {
    return rule == SHORT_DATE_OR_MONTH || rule == SHORT_DATE || rule == LONG_DATE;
  }
}
