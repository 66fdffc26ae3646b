package io.bincard.model.stock;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;

/** Decides for one count, lot by lot, whether it is accepted, and posts the variance if so. */
final class CountReader {
  private final Statement.Count count;
  private final Disputes disputes;
  private final Set<String> overtaken = new HashSet<>();

  private CountReader(Statement.Count count, Disputes disputes) {
    this.count = count;
    this.disputes = disputes;
  }

  /**
   * Reads a count.
   *
   * @param readings what the book showed; replaced by what became of the count
   * @return the lots of which it would post something else by what is known now, had it not settled
   */
  static Set<String> read(
      Statement.Count count, SortedMap<String, Reading> readings, Disputes disputes) {
    CountReader reader = new CountReader(count, disputes);
    if (count.coverage() instanceof Coverage.AcrossLots) {
      reader.acrossLots(readings);
    } else {
      readings.replaceAll((lot, found) -> reader.onLot(found));
    }
    return reader.overtaken;
  }

  private Reading onLot(Reading found) {
    Quantity variance = count.stated().minus(found.expected());
    return reading(found, status(found.lot(), variance), variance);
  }

  /** The difference goes to the unknown lot; single lots stay as they are. */
  private void acrossLots(SortedMap<String, Reading> readings) {
    Quantity expected = FoldedCard.sum(readings.values().stream().map(Reading::expected).toList());
    Quantity variance = count.stated().minus(expected);
    Status status = status(Lot.UNKNOWN, variance);
    readings.replaceAll(
        (lot, found) -> reading(found, status, lot.equals(Lot.UNKNOWN) ? variance : Quantity.ZERO));
  }

  private static Reading reading(Reading found, Status status, Quantity variance) {
    Quantity posted = status.isPosted() ? variance : Quantity.ZERO;
    return new Reading(found.lot(), found.expected(), posted, status);
  }

  private Status status(String lot, Quantity variance) {
    Status status = statusByNow(lot, variance);
    Ruling.Settlement settlement = count.ruling().settlement();
    if (settlement == null) {
      return status;
    }
    boolean contested = status == Status.OUTVOTED || status == Status.DISPUTED;
    boolean otherwise = status.isPosted() != settlement.accepts(lot);
    if (!contested && otherwise && !variance.isZero()) {
      overtaken.add(lot);
    }
    return settlement.accepts(lot) ? Status.ACCEPTED : Status.OUTVOTED;
  }

  /** What it would be, had it not settled. */
  private Status statusByNow(String lot, Quantity variance) {
    if (disputes.outvoted(count, lot)) {
      return Status.OUTVOTED;
    }
    if (disputes.disputed(count, lot)) {
      return Status.DISPUTED;
    }
    Ruling ruling = count.ruling();
    return switch (ruling.decision()) {
      case APPROVED -> Status.ACCEPTED;
      case REJECTED -> Status.REJECTED;
      case NONE -> ruling.tolerance().allows(variance) ? Status.ACCEPTED : Status.OUT_OF_TOLERANCE;
    };
  }
}
