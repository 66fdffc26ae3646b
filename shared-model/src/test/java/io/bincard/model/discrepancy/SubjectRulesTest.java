package io.bincard.model.discrepancy;

import static io.bincard.model.stock.CardFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.stock.Account;
import io.bincard.model.stock.BinCard;
import io.bincard.model.stock.CardFixture;
import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** UNKNOWN_BARCODE, DEVICE_FORKED, LOT_BLOCKED. */
class SubjectRulesTest {

  @Test
  void unknownBarcodeIsOpenWhileAnyScanMeansNothing() {
    Subject.Barcode one = new Subject.Barcode("0001", List.of(operation(1)));
    Subject.Barcode two = new Subject.Barcode("0001", List.of(operation(1), operation(2)));

    assertThat(Rules.findings(new Subject.Barcode("0001", List.of()))).isEmpty();
    assertThat(Findings.told(Rules.findings(two)))
        .containsExactly("UNKNOWN_BARCODE: Barcode 0001 was scanned 2 time(s) and means no item");
    assertThat(Rules.findings(one).get(0).fingerprint())
        .isNotEqualTo(Rules.findings(two).get(0).fingerprint());
  }

  @Test
  void deviceForkedIsOpenWhileABranchIsKeptApart() {
    Subject.Fork first = new Subject.Fork(1, 5, "aa", operation(1));
    Subject.Fork second = new Subject.Fork(1, 6, "bb", operation(2));
    Subject.Device one = new Subject.Device("H-1", List.of(first));
    Subject.Device two = new Subject.Device("H-1", List.of(first, second));

    assertThat(Rules.findings(new Subject.Device("H-1", List.of()))).isEmpty();
    assertThat(Findings.told(Rules.findings(two)))
        .containsExactly(
            "DEVICE_FORKED: Device H-1 sent two journals that part at operation 1/5; 2"
                + " operation(s) are kept apart");
    assertThat(Rules.findings(one).get(0).fingerprint())
        .isNotEqualTo(Rules.findings(two).get(0).fingerprint());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "in a tote on its last good day, tote:T-1, 2026-11-20, false, 5, false",
    "in a tote the day after, tote:T-1, 2026-11-19, false, 5, true",
    "held in a carton, carton:C-1, 2030-01-01, true, 5, true",
    "held in a hand, hand:ana, , true, 5, true",
    "held in a bin, bin:A-01, , true, 5, false",
    "held but gone, tote:T-1, , true, 0, false"
  })
  void lotBlockedIsOpenWhileALotThatMayNotLeaveIsInAContainer(
      String what, String account, LocalDate expiry, boolean held, long units, boolean open) {
    BinCard card = new BinCard(new CardKey("NORTH", Account.parse(account), "TEA"));
    card.move(CardFixture.at(1), "L1", Quantity.units(units));
    Map<String, Subject.LotState> lots = Map.of("L1", new Subject.LotState(expiry, held));

    assertThat(
            Rules.findings(new Subject.Card(card.fold(), false, List.of(), lots, Findings.TODAY)))
        .extracting(Finding::code)
        .isEqualTo(open ? List.of(DiscrepancyCode.LOT_BLOCKED) : List.of());
  }

  @Test
  void theFingerprintDoesNotDependOnTheOrderInWhichTheEvidenceIsNamed() {
    Subject.Barcode one = new Subject.Barcode("0001", List.of(operation(1), operation(2)));
    Subject.Barcode other = new Subject.Barcode("0001", List.of(operation(2), operation(1)));

    assertThat(Rules.findings(one).get(0).fingerprint())
        .isEqualTo(Rules.findings(other).get(0).fingerprint())
        .hasSize(24);
  }

  @Test
  void everyCodeSaysHowGraveItIsAndWhatItBlocks() {
    for (DiscrepancyCode code : DiscrepancyCode.values()) {
      assertThat(code.severity()).isNotNull();
      assertThat(code.blocks()).isNotNull();
    }
    assertThat(DiscrepancyCode.LOT_BLOCKED.blocks())
        .containsExactly(DiscrepancyCode.Block.DISPATCH);
  }
}
