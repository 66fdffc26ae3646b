package io.bincard.model.stock;

import java.util.SortedMap;

/** Decides for one count, lot by lot, whether it is accepted, and posts the variance if so. */
final class CountReader {
  private CountReader() {}

  static void read(Statement.Count count, SortedMap<String, Reading> readings, Disputes disputes) {
    if (count.coverage() instanceof Coverage.AcrossLots) {
      readAcrossLots(count, readings, disputes);
    } else {
      readings.replaceAll(
          (lot, reading) -> {
            Quantity variance = count.stated().minus(reading.expected());
            Status status = status(count, lot, variance, disputes);
            return reading(reading, status, variance);
          });
    }
  }

  /** The difference goes to the unknown lot; single lots stay as they are. */
  private static void readAcrossLots(
      Statement.Count count, SortedMap<String, Reading> readings, Disputes disputes) {
    Quantity expected = FoldedCard.sum(readings.values().stream().map(Reading::expected).toList());
    Quantity variance = count.stated().minus(expected);
    Status status = status(count, Lot.UNKNOWN, variance, disputes);
    readings.replaceAll((lot, r) -> reading(r, status, Quantity.ZERO));
    Reading unknown =
        readings.getOrDefault(
            Lot.UNKNOWN, new Reading(Lot.UNKNOWN, Quantity.ZERO, Quantity.ZERO, status));
    readings.put(Lot.UNKNOWN, reading(unknown, status, variance));
  }

  private static Reading reading(Reading found, Status status, Quantity variance) {
    Quantity posted = status.isPosted() ? variance : Quantity.ZERO;
    return new Reading(found.lot(), found.expected(), posted, status);
  }

  private static Status status(
      Statement.Count count, String lot, Quantity variance, Disputes disputes) {
    Ruling ruling = count.ruling();
    if (ruling.settlement() != null) {
      return ruling.settlement().accepts(lot) ? Status.ACCEPTED : Status.OUTVOTED;
    }
    if (disputes.outvoted(count, lot)) {
      return Status.OUTVOTED;
    }
    if (disputes.disputed(count, lot)) {
      return Status.DISPUTED;
    }
    return switch (ruling.decision()) {
      case APPROVED -> Status.ACCEPTED;
      case REJECTED -> Status.REJECTED;
      case NONE -> ruling.tolerance().allows(variance) ? Status.ACCEPTED : Status.OUT_OF_TOLERANCE;
    };
  }
}
