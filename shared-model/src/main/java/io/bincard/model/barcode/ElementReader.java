package io.bincard.model.barcode;

import io.bincard.model.barcode.gs1.AssociationRules;
import io.bincard.model.barcode.gs1.BracketedText;
import io.bincard.model.barcode.gs1.DigitalLink;
import io.bincard.model.barcode.gs1.Element;
import io.bincard.model.barcode.gs1.ElementString;
import io.bincard.model.barcode.gs1.Elements;
import io.bincard.model.barcode.gs1.ElementsOrError;
import io.bincard.model.barcode.gs1.LostSeparator;
import io.bincard.model.barcode.gs1.ReadError;
import java.util.List;
import java.util.Optional;

/** Reads element strings in their three spellings, and checks how the elements go together. */
final class ElementReader {

  private ElementReader() {}

  /** With FNC1, or what stands for it. */
  static Barcode read(Scan scan, ScanText text, BarcodeSettings settings) {
    String separated = text.withSeparators();
    ElementsOrError result = ElementString.read(separated, settings.unknown());
    if (result instanceof ReadError error) {
      return new UnreadableCode(scan, text.text(), error.movedTo(text.position(error.position())));
    }
    List<Element> elements = ((Elements) result).list();
    // A scanner that sends one separator sends all.
    boolean separators = separated.indexOf(ElementString.SEPARATOR) >= 0;
    return together(
        scan,
        text,
        elements,
        settings,
        separators ? Optional.empty() : LostSeparator.find(elements));
  }

  /** With brackets, as typed by hand. */
  static Barcode readBracketed(Scan scan, ScanText text, BarcodeSettings settings) {
    return read(scan, text, settings, BracketedText.read(text.text(), settings.unknown()));
  }

  /** As a Digital Link. */
  static Barcode readLink(Scan scan, ScanText text, BarcodeSettings settings) {
    return read(scan, text, settings, DigitalLink.read(text.text(), settings.unknown()));
  }

  private static Barcode read(
      Scan scan, ScanText text, BarcodeSettings settings, ElementsOrError result) {
    return result instanceof ReadError error
        ? new UnreadableCode(scan, text.text(), error.movedTo(text.start() + error.position()))
        : together(scan, text, ((Elements) result).list(), settings, Optional.empty());
  }

  private static Barcode together(
      Scan scan,
      ScanText text,
      List<Element> elements,
      BarcodeSettings settings,
      Optional<LostSeparator> lost) {
    Optional<ReadError> error = AssociationRules.conflicts(elements);
    if (error.isEmpty() && settings.partnersRequired()) {
      error = AssociationRules.needs(elements);
    }
    return error.isPresent()
        ? new UnreadableCode(scan, text.text(), error.orElseThrow().movedTo(text.start()))
        : new Gs1ElementString(scan, text.text(), elements, settings.year(), lost);
  }
}
