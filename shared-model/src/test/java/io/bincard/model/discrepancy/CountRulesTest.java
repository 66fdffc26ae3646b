package io.bincard.model.discrepancy;

import static io.bincard.model.discrepancy.Findings.fingerprint;
import static io.bincard.model.discrepancy.Findings.on;
import static io.bincard.model.discrepancy.Findings.told;
import static io.bincard.model.stock.CardFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.stock.CardFixture;
import org.junit.jupiter.api.Test;

/** COUNT_VARIANCE, COUNT_DISPUTED, SHORT_PICK_DISPUTED. */
class CountRulesTest {
  private final CardFixture card = new CardFixture().tolerance(1).moved(1, "L1", 10);

  @Test
  void countVarianceOpensWhenACountIsOutOfTolerance() {
    card.counted(5, "ann", "L1", 7);

    assertThat(told(on(card)))
        .containsExactly(
            "COUNT_VARIANCE: ann counted 7 of bin:A-01 TEA lot L1, the book showed 10");
    assertThat(on(card).get(0).operations()).containsExactly(operation(5));
  }

  @Test
  void countVarianceClosesWhenALateMoveExplainsIt() {
    card.counted(5, "ann", "L1", 7).moved(3, "L1", -3);

    assertThat(on(card)).isEmpty();
  }

  @Test
  void countVarianceClosesWhenSomebodyDecides() {
    assertThat(on(card.counted(5, "ann", "L1", 7).approved(5))).isEmpty();
    assertThat(on(card.rejected(5))).isEmpty();
  }

  @Test
  void countVarianceIsAnotherOneWhenTheBookChanges() {
    String before = fingerprint(on(card.counted(5, "ann", "L1", 7)));

    assertThat(fingerprint(on(card.moved(3, "L1", 2)))).isNotEqualTo(before);
    assertThat(fingerprint(on(card.moved(4, "L1", -2)))).isEqualTo(before);
    assertThat(fingerprint(on(card.moved(6, "L1", 5)))).isEqualTo(before);
  }

  @Test
  void countVarianceOfACountAcrossLotsIsOne() {
    card.moved(2, "L2", 5).countedAcrossLots(5, "ann", 10);

    assertThat(told(on(card)))
        .containsExactly("COUNT_VARIANCE: ann counted 10 of bin:A-01 TEA, the book showed 15");
  }

  @Test
  void countVarianceOfACompletedBinIsOneALot() {
    card.moved(2, "L2", 5).completed(5, "ann");

    assertThat(on(card)).extracting(Finding::code).containsOnly(DiscrepancyCode.COUNT_VARIANCE);
    assertThat(on(card)).extracting(Finding::subject).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void countDisputedOpensWhenTwoPeopleDifferAndNamesBoth() {
    card.counted(5, "ann", "L1", 10).counted(6, "bob", "L1", 9);

    assertThat(told(on(card)))
        .containsExactly("COUNT_DISPUTED: Counts of bin:A-01 TEA in sheet 1 do not agree");
    assertThat(on(card).get(0).operations()).containsExactly(operation(5), operation(6));
  }

  @Test
  void countDisputedClosesWhenAThirdPersonAgreesWithOneOfThem() {
    card.counted(5, "ann", "L1", 10).counted(6, "bob", "L1", 9);

    assertThat(on(card.counted(7, "cy", "L1", 10))).isEmpty();
  }

  @Test
  void countDisputedClosesWhenOneIsApproved() {
    card.counted(5, "ann", "L1", 10).counted(6, "bob", "L1", 7);

    assertThat(on(card.approved(6))).isEmpty();
  }

  @Test
  void countDisputedIsAnotherOneWhenAThirdPersonDiffersToo() {
    String before = fingerprint(on(card.counted(5, "ann", "L1", 10).counted(6, "bob", "L1", 9)));

    assertThat(fingerprint(on(card.counted(7, "cy", "L1", 8)))).isNotEqualTo(before);
  }

  @Test
  void countDisputedOpensAgainstASettledCountAndNamesBoth() {
    card.counted(5, "ann", "L1", 10).settled(5, 5).counted(6, "bob", "L1", 9);

    assertThat(on(card)).extracting(Finding::code).contains(DiscrepancyCode.COUNT_DISPUTED);
    assertThat(on(card).get(0).operations()).containsExactly(operation(5), operation(6));
  }

  @Test
  void shortPickDisputedOpensWhileTheBookShowedStock() {
    card.foundShort(5);

    assertThat(told(on(card)))
        .containsExactly(
            "SHORT_PICK_DISPUTED: Nothing left was reported at bin:A-01 TEA, but the book showed"
                + " 10");
    assertThat(on(new CardFixture().foundShort(5))).isEmpty();
  }

  @Test
  void shortPickDisputedClosesWhenALateMoveShowsThatTheBinWasEmpty() {
    assertThat(on(card.foundShort(5).moved(4, "L1", -10))).isEmpty();
  }

  @Test
  void shortPickDisputedStaysWhateverComesInLater() {
    String before = fingerprint(on(card.foundShort(5)));

    assertThat(fingerprint(on(card.moved(6, "L1", 9)))).isEqualTo(before);
    assertThat(fingerprint(on(card.moved(4, "L1", -1)))).isNotEqualTo(before);
  }

  @Test
  void shortPickDisputedClosesWithAnAcceptedCountOfEveryLotThatWasShown() {
    card.moved(2, "L2", 5).foundShort(5).counted(6, "ann", "L1", 10);
    assertThat(on(card)).hasSize(1);

    card.counted(7, "ann", "L2", 5);

    assertThat(on(card)).isEmpty();
  }

  @Test
  void shortPickDisputedIsNotClosedByACountBeforeItNorByOneThatIsNotAccepted() {
    card.counted(4, "ann", "L1", 10).foundShort(5).counted(6, "other", "bob", "L1", 3);

    assertThat(on(card))
        .extracting(Finding::code)
        .containsExactly(DiscrepancyCode.SHORT_PICK_DISPUTED, DiscrepancyCode.COUNT_VARIANCE);
  }
}
