package io.bincard.model.barcode.gs1;

/** Why data of a barcode could not be read. */
public enum ReadErrorCode {
  /** There is nothing to read. */
  NO_DATA,
  /** The scanner sent no symbology identifier, and the settings ask for one. */
  NO_SYMBOLOGY,
  /** The symbology identifier is not one Bincard reads, and the settings are strict. */
  UNSUPPORTED_SYMBOLOGY,
  /** No GS1 application identifier starts here. */
  UNKNOWN_IDENTIFIER,
  /** A value has no characters. */
  EMPTY_VALUE,
  TOO_SHORT,
  TOO_LONG,
  WRONG_LENGTH,
  /** A character stands where the standard does not allow it. */
  WRONG_CHARACTER,
  CHECK_DIGIT,
  /** The pair of check characters of a GMN or a MUDI, or the check sum of an IBAN. */
  CHECK_CHARACTERS,
  /** A company prefix is too short or has letters. */
  COMPANY_PREFIX,
  DATE,
  TIME,
  /** A value outside of what its application identifier allows. */
  VALUE,
  /** A code that is not in its list: country, currency, package type, media type. */
  CODE_LIST,
  COUPON,
  /** More than sixty-four elements. */
  TOO_MANY_ELEMENTS,
  /** Two elements that the standard forbids to stand together. */
  NOT_TOGETHER,
  /** An element needs another one that is missing. */
  PARTNER_MISSING,
  /** One application identifier with two different values. */
  CONTRADICTION,
  /** A digital signature needs a key with a serial component. */
  SERIAL_MISSING,
  /** Bracketed text that is not of the form (01)09521234543213(10)ABC. */
  BRACKETS,
  /** A web address that is malformed or is no GS1 Digital Link. */
  LINK
}
