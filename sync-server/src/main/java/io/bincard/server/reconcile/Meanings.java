package io.bincard.server.reconcile;

import io.bincard.model.operation.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What barcodes mean once the arrivals count, by code. */
record Meanings(Map<String, List<Meaning>> byCode) {
  Meanings {
    byCode = Map.copyOf(byCode);
  }

  static Meanings after(List<Arrival> arrivals, References references) {
    Map<String, List<Meaning>> meanings = new HashMap<>();
    references.meanings().forEach((code, list) -> meanings.put(code, new ArrayList<>(list)));
    for (Arrival arrival : arrivals) {
      if (arrival.isApplied()
          && arrival.operation() != null
          && arrival.operation().body() instanceof Decision.BarcodeAssigned assigned) {
        Meaning meaning = new Meaning(arrival.time().t(), assigned.item(), assigned.pack(), true);
        List<Meaning> ofCode = meanings.computeIfAbsent(assigned.code(), code -> new ArrayList<>());
        ofCode.removeIf(other -> other.assigned() && other.validFrom() == meaning.validFrom());
        ofCode.add(meaning);
      }
    }
    return new Meanings(meanings);
  }

  /** The scan as it is to be understood now. */
  UnknownScan resolve(UnknownScan scan) {
    List<Meaning> known = byCode.getOrDefault(scan.scan().code(), List.of());
    return scan.meaning(Meaning.at(scan.at().t(), known));
  }
}
