package io.bincard.model.discrepancy;

import java.util.List;
import java.util.stream.Stream;

/** Every rule, by what it looks at. A new code is a new file and a line here. */
public final class Rules {
  private static final List<Rule<Subject.Card>> ON_CARDS =
      List.of(
          new Shortfall(),
          new ShortPickDisputed(),
          new CountVariance(),
          new CountDisputed(),
          new LateMove(),
          new LotBlocked());

  private static final List<Rule<Subject.Line>> ON_LINES =
      List.of(new Overpick(), new PickedAfterCancel(), new PackedNotPicked());

  private static final List<Rule<Subject.Barcode>> ON_BARCODES = List.of(new UnknownBarcode());

  private static final List<Rule<Subject.Device>> ON_DEVICES = List.of(new DeviceForked());

  private Rules() {}

  /** All that does not add up about a subject. */
  public static List<Finding> findings(Subject subject) {
    if (subject instanceof Subject.Card card) {
      return all(ON_CARDS, card);
    } else if (subject instanceof Subject.Line line) {
      return all(ON_LINES, line);
    } else if (subject instanceof Subject.Barcode barcode) {
      return all(ON_BARCODES, barcode);
    } else if (subject instanceof Subject.Device device) {
      return all(ON_DEVICES, device);
    }
    throw new AssertionError("a subject nobody looks at: " + subject);
  }

  private static <S extends Subject> List<Finding> all(List<Rule<S>> rules, S subject) {
    Stream<Finding> found = rules.stream().flatMap(rule -> rule.findings(subject).stream());
    return found.toList();
  }
}
