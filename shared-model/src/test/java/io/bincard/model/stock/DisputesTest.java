package io.bincard.model.stock;

import static io.bincard.model.stock.Status.ACCEPTED;
import static io.bincard.model.stock.Status.DISPUTED;
import static io.bincard.model.stock.Status.OUTVOTED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisputesTest {
  private final CardFixture card = new CardFixture().tolerance(99).moved(1, "", 10);

  @Test
  void twoWhoDifferAreDisputedAndNeitherIsPosted() {
    card.counted(5, "ann", "", 9).counted(6, "bob", "", 8);

    assertThat(card.status(5)).isEqualTo(DISPUTED);
    assertThat(card.status(6)).isEqualTo(DISPUTED);
    assertThat(card.balance("")).isEqualTo(Quantity.units(10));
  }

  @Test
  void twoWhoDifferByWhatMovedBetweenThemAgree() {
    card.counted(5, "ann", "", 9).moved(6, "", -2).counted(7, "bob", "", 7);

    assertThat(card.status(5)).isEqualTo(ACCEPTED);
    assertThat(card.status(7)).isEqualTo(ACCEPTED);
  }

  @Test
  void aLateMoveCanEndADispute() {
    card.counted(5, "ann", "", 9).counted(7, "bob", "", 7);
    assertThat(card.status(7)).isEqualTo(DISPUTED);

    card.moved(6, "", -2);

    assertThat(card.status(7)).isEqualTo(ACCEPTED);
  }

  @Test
  void twoWhoAgreeOutvoteTheRest() {
    card.counted(5, "ann", "", 9).counted(6, "bob", "", 8).counted(7, "cy", "", 9);

    assertThat(card.status(5)).isEqualTo(ACCEPTED);
    assertThat(card.status(6)).isEqualTo(OUTVOTED);
    assertThat(card.status(7)).isEqualTo(ACCEPTED);
    assertThat(card.balance("")).isEqualTo(Quantity.units(9));
  }

  @Test
  void twoAgainstTwoIsADispute() {
    card.counted(5, "ann", "", 9).counted(6, "bob", "", 9);
    card.counted(7, "cy", "", 8).counted(8, "dora", "", 8);

    assertThat(card.status(5)).isEqualTo(DISPUTED);
    assertThat(card.status(8)).isEqualTo(DISPUTED);
  }

  @Test
  void onlyTheLastWordOfEachPersonCounts() {
    card.counted(5, "ann", "", 3).counted(6, "ann", "", 9).counted(7, "bob", "", 9);

    assertThat(card.status(5)).isEqualTo(ACCEPTED);
    assertThat(card.status(6)).isEqualTo(ACCEPTED);
    assertThat(card.status(7)).isEqualTo(ACCEPTED);
  }

  @Test
  void theApprovedOneWinsUnlessTwoOthersAgree() {
    card.counted(5, "ann", "", 9).counted(6, "bob", "", 8).approved(6);
    assertThat(card.status(5)).isEqualTo(OUTVOTED);
    assertThat(card.status(6)).isEqualTo(ACCEPTED);

    card.counted(7, "cy", "", 9);

    assertThat(card.status(5)).isEqualTo(ACCEPTED);
    assertThat(card.status(6)).isEqualTo(OUTVOTED);
  }

  @Test
  void countsOfTwoTasksDoNotDispute() {
    card.counted(5, "in January", "ann", "", 10).counted(6, "in February", "bob", "", 9);

    assertThat(card.status(5)).isEqualTo(ACCEPTED);
    assertThat(card.balance("")).isEqualTo(Quantity.units(9));
  }

  @Test
  void whoFoundTheBinEmptyDisputesWithWhoFoundSomething() {
    card.completed(5, "ann").counted(6, "bob", "", 8);

    assertThat(card.status(5)).isEqualTo(DISPUTED);
    assertThat(card.status(6)).isEqualTo(DISPUTED);
  }

  @Test
  void countsAcrossLotsDisputeWithEachOtherAndNotWithThoseOfOneLot() {
    card.moved(2, "L1", 5).counted(3, "cy", "L1", 1);
    card.countedAcrossLots(5, "ann", 15).countedAcrossLots(6, "bob", 14);

    assertThat(card.reading(3, "L1").status()).isEqualTo(ACCEPTED);
    assertThat(card.reading(5, Lot.UNKNOWN).status()).isEqualTo(DISPUTED);
    assertThat(card.reading(6, Lot.UNKNOWN).status()).isEqualTo(DISPUTED);
  }

  @Test
  void aSettledCountStaysPostedAndIsContestedByWhoeverDiffers() {
    card.counted(5, "ann", "", 9).settled(5, 5).counted(6, "bob", "", 8);

    assertThat(card.status(5)).isEqualTo(ACCEPTED);
    assertThat(card.status(6)).isEqualTo(DISPUTED);
    assertThat(card.entry(5).contested()).isTrue();
    assertThat(card.balance("")).isEqualTo(Quantity.units(9));
  }

  @Test
  void aSettledCountThatTwoOthersOutvoteIsContestedAndTheyArePosted() {
    card.counted(5, "ann", "", 9).settled(5, 5);
    card.counted(6, "bob", "", 8).counted(7, "cy", "", 8);

    assertThat(card.entry(5).contested()).isTrue();
    assertThat(card.entry(7).contested()).isFalse();
    assertThat(card.balance("")).isEqualTo(Quantity.units(8));
  }
}
