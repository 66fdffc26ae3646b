package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.UnknownIdentifiers;
import java.util.Comparator;
import java.util.List;

/**
 * How a site's scanners send data, and how strictly it is read.
 *
 * @param year the year from which the century of two-digit years is found: that of the scan
 * @param prefixes what scanners may put before everything else
 * @param separators what scanners or keyboard layouts make of the separator GS, besides GS itself;
 *     none of these should be able to stand in a value
 * @param identifierRequired whether data without a symbology identifier is refused, so that nothing
 *     has to be guessed
 * @param partnersRequired whether an element is refused that lacks what it needs beside it, such as
 *     a lot without an item; off for labels that are spread over two barcodes
 * @param unknown what to do with application identifiers that are newer than Bincard
 * @param measures how the site composes codes with a weight, price or count; the first that fits is
 *     taken
 */
public record BarcodeSettings(
    int year,
    List<String> prefixes,
    List<String> separators,
    boolean identifierRequired,
    boolean partnersRequired,
    UnknownIdentifiers unknown,
    List<VariableMeasurePattern> measures) {

  /** The control character with which some scanners start: start of text. */
  private static final List<String> USUAL_PREFIXES = List.of("\u0002");

  /**
   * Control and ], FNC1 on a French keyboard, the separators of some scanners, and the sign for GS.
   * None of them is in CSET 82.
   */
  private static final List<String> USUAL_SEPARATORS =
      List.of("[1D]", "{GS}", "^]", "|", "\u00e8", "\u241d");

  public BarcodeSettings {
    prefixes = List.copyOf(prefixes);
    // A separator may be the start of a longer one, so the longer goes first.
    separators =
        separators.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
    measures = List.copyOf(measures);
    if (prefixes.contains("") || separators.contains("")) {
      throw new IllegalArgumentException("Prefixes and separators must not be empty");
    }
  }

  /** What fits most sites. */
  public static BarcodeSettings usual(int year) {
    return new BarcodeSettings(
        year, USUAL_PREFIXES, USUAL_SEPARATORS, false, true, UnknownIdentifiers.REFUSED, List.of());
  }

  public BarcodeSettings withPrefixes(List<String> newPrefixes) {
    return new BarcodeSettings(
        year, newPrefixes, separators, identifierRequired, partnersRequired, unknown, measures);
  }

  public BarcodeSettings withSeparators(List<String> newSeparators) {
    return new BarcodeSettings(
        year, prefixes, newSeparators, identifierRequired, partnersRequired, unknown, measures);
  }

  public BarcodeSettings withIdentifierRequired(boolean required) {
    return new BarcodeSettings(
        year, prefixes, separators, required, partnersRequired, unknown, measures);
  }

  public BarcodeSettings withPartnersRequired(boolean required) {
    return new BarcodeSettings(
        year, prefixes, separators, identifierRequired, required, unknown, measures);
  }

  public BarcodeSettings withUnknown(UnknownIdentifiers newUnknown) {
    return new BarcodeSettings(
        year, prefixes, separators, identifierRequired, partnersRequired, newUnknown, measures);
  }

  public BarcodeSettings withMeasures(List<VariableMeasurePattern> newMeasures) {
    return new BarcodeSettings(
        year, prefixes, separators, identifierRequired, partnersRequired, unknown, newMeasures);
  }
}
