package io.bincard.model.discrepancy;

import static io.bincard.model.discrepancy.Findings.packed;
import static io.bincard.model.discrepancy.Findings.picked;
import static io.bincard.model.discrepancy.Findings.told;
import static io.bincard.model.stock.CardFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** OVERPICK, PICKED_AFTER_CANCEL, PACKED_NOT_PICKED. */
class OrderLineRulesTest {

  private static List<String> codes(Subject.Line line) {
    return Rules.findings(line).stream().map(finding -> finding.code().name()).toList();
  }

  private static String fingerprint(Subject.Line line) {
    return Findings.fingerprint(Rules.findings(line));
  }

  private static List<UUID> evidence(Subject.Line line) {
    return Rules.findings(line).get(0).operations();
  }

  @Test
  void overpickOpensWhenMoreIsPickedThanOrdered() {
    assertThat(codes(picked(5, false, 3, 2))).isEmpty();
    assertThat(told(Rules.findings(picked(5, false, 3, 3))))
        .containsExactly("OVERPICK: line 10482/7 of TEA asked for 5 and got 6");
  }

  @Test
  void overpickClosesWhenTheSurplusIsPutBackOrTheLineAsksForMore() {
    assertThat(codes(picked(5, false, 3, 3, -1))).isEmpty();
    assertThat(codes(picked(6, false, 3, 3))).isEmpty();
  }

  @Test
  void theSurplusIsTheLastPicksInCanonicalOrder() {
    assertThat(evidence(picked(5, false, 5, 1))).containsExactly(operation(2));
    assertThat(evidence(picked(5, false, 2, 3, 4))).containsExactly(operation(3));
    assertThat(evidence(picked(2, false, 2, 3, 1))).containsExactly(operation(2), operation(3));
  }

  @Test
  void overpickIsAnotherOneWhenMoreIsPicked() {
    assertThat(fingerprint(picked(5, false, 3, 3)))
        .isEqualTo(fingerprint(picked(5, false, 3, 3)))
        .isNotEqualTo(fingerprint(picked(5, false, 3, 3, 1)))
        .isNotEqualTo(fingerprint(picked(4, false, 3, 3)));
  }

  @Test
  void pickedAfterCancelOpensInsteadOfOverpick() {
    assertThat(codes(picked(5, true))).isEmpty();
    assertThat(codes(picked(5, true, 3))).containsExactly("PICKED_AFTER_CANCEL");
    assertThat(codes(picked(5, true, 6))).containsExactly("PICKED_AFTER_CANCEL");
  }

  @Test
  void pickedAfterCancelClosesWhenAllIsPutBackOrTheLineIsReinstated() {
    assertThat(codes(picked(5, true, 3, -3))).isEmpty();
    assertThat(codes(picked(5, false, 3))).isEmpty();
  }

  @Test
  void pickedAfterCancelIsAnotherOneWhenMoreIsPicked() {
    assertThat(fingerprint(picked(5, true, 3))).isNotEqualTo(fingerprint(picked(5, true, 3, 1)));
  }

  @Test
  void packedNotPickedOpensUntilThePickIsHeardOf() {
    assertThat(codes(packed(5, 3))).containsExactly("PACKED_NOT_PICKED");
    assertThat(codes(packed(5, 3, -3))).isEmpty();
    assertThat(evidence(packed(5, 3, 2))).containsExactly(operation(1), operation(2));
    assertThat(fingerprint(packed(5, 3))).isNotEqualTo(fingerprint(packed(5, 3, 1)));
  }
}
