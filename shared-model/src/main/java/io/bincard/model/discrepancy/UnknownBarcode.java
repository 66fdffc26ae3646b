package io.bincard.model.discrepancy;

import java.util.List;

/** UNKNOWN_BARCODE: scans of a barcode that means no item. */
final class UnknownBarcode implements Rule<Subject.Barcode> {
  @Override
  public List<Finding> findings(Subject.Barcode barcode) {
    if (barcode.unresolved().isEmpty()) {
      return List.of();
    }
    return List.of(
        new Finding(
            DiscrepancyCode.UNKNOWN_BARCODE,
            barcode.scope(),
            List.of(),
            barcode.unresolved(),
            "Barcode "
                + barcode.code()
                + " was scanned "
                + barcode.unresolved().size()
                + " time(s) and means no item"));
  }
}
