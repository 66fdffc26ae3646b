package io.bincard.model.discrepancy;

import io.bincard.model.operation.Effect;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.stock.CardFixture;
import io.bincard.model.stock.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is found about a card or a line, in the words of the examples. */
final class Findings {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  static final OrderLine LINE = new OrderLine("10482", 7);

  private Findings() {}

  static List<Finding> on(CardFixture card, Subject.LateEntry... late) {
    return Rules.findings(new Subject.Card(card.fold(), false, List.of(late), Map.of(), TODAY));
  }

  static Subject.LateEntry late(long t, String lot, long units) {
    return new Subject.LateEntry(
        CardFixture.operation(t), CardFixture.at(t), lot, Quantity.units(units));
  }

  /** A line whose steps are +3 for what was picked, and so on; at times 1, 2, 3. */
  static Subject.Line picked(long ordered, boolean cancelled, long... steps) {
    return line(ordered, cancelled, Effect.Stage.PICKED, steps);
  }

  static Subject.Line packed(long ordered, long... steps) {
    return line(ordered, false, Effect.Stage.PACKED, steps);
  }

  private static Subject.Line line(
      long ordered, boolean cancelled, Effect.Stage stage, long... steps) {
    List<Subject.LineEntry> entries = new ArrayList<>();
    Quantity sum = Quantity.ZERO;
    for (int i = 0; i < steps.length; i++) {
      Quantity step = Quantity.units(steps[i]);
      UUID operation = CardFixture.operation(i + 1);
      entries.add(new Subject.LineEntry(operation, CardFixture.at(i + 1), stage, step));
      sum = sum.plus(step);
    }
    boolean picked = stage == Effect.Stage.PICKED;
    return new Subject.Line(
        LINE,
        "TEA",
        Quantity.units(ordered),
        cancelled,
        picked ? sum : Quantity.ZERO,
        picked ? Quantity.ZERO : sum,
        entries);
  }

  static List<String> told(List<Finding> findings) {
    return findings.stream().map(finding -> finding.code() + ": " + finding.summary()).toList();
  }

  static String fingerprint(List<Finding> findings) {
    return findings.get(0).fingerprint();
  }
}
