package io.bincard.model.discrepancy;

import static io.bincard.model.discrepancy.Findings.fingerprint;
import static io.bincard.model.discrepancy.Findings.on;
import static io.bincard.model.discrepancy.Findings.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.stock.CardFixture;
import io.bincard.model.stock.Lot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortfallTest {
  private final CardFixture card = new CardFixture();

  @Test
  void opensWhereTheBookOfALotIsBelowZero() {
    card.moved(1, "L1", -2).moved(2, "L2", 5);

    assertThat(told(on(card)))
        .containsExactly("SHORTFALL: The book of bin:A-01 TEA lot L1 stands at -2");
  }

  @Test
  void closesWhenALateReceiptExplainsIt() {
    card.moved(5, "L1", -2);
    assertThat(on(card)).hasSize(1);

    card.moved(1, "L1", 2);

    assertThat(on(card)).isEmpty();
  }

  @Test
  void isAnotherOneWhenTheAmountChanges() {
    String before = fingerprint(on(card.moved(1, "L1", -2)));

    assertThat(fingerprint(on(card.moved(2, "L1", -1)))).isNotEqualTo(before);
  }

  @Test
  void singleLotsMakeUpForTheUnknownOneButNotTheOtherWayAround() {
    card.moved(1, Lot.UNKNOWN, -2).moved(2, "L1", 5);
    assertThat(on(card)).isEmpty();

    card.moved(3, "L1", -4);
    assertThat(told(on(card)))
        .containsExactly("SHORTFALL: The book of bin:A-01 TEA lot ? stands at -2");
  }

  @Test
  void doesNotOpenWhereTheSiteAllowsIt() {
    card.moved(1, "L1", -2);

    assertThat(
            Rules.findings(
                new Subject.Card(card.fold(), true, List.of(), Map.of(), Findings.TODAY)))
        .isEmpty();
  }
}
