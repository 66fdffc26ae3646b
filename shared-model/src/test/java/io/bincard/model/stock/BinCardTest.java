package io.bincard.model.stock;

import static io.bincard.model.stock.CardFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bincard.model.time.Position;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinCardTest {
  private final CardFixture card = new CardFixture();

  @Test
  void movementsAddUp() {
    card.moved(1, "", 10).moved(2, "", -3);

    assertThat(card.balance("")).isEqualTo(Quantity.units(7));
  }

  @Test
  void anAcceptedCountPostsItsVarianceAndWhatMovesLaterCountsFromThere() {
    card.tolerance(2).moved(1, "", 10).counted(5, "ann", "", 9).moved(6, "", -4);

    assertThat(card.reading(5, ""))
        .isEqualTo(new Reading("", Quantity.units(10), Quantity.units(-1), Status.ACCEPTED));
    assertThat(card.balance("")).isEqualTo(Quantity.units(5));
  }

  @Test
  void aMoveBeforeACountThatArrivesAfterItChangesNoBalanceButTheVariance() {
    card.tolerance(3).moved(1, "", 10).counted(5, "ann", "", 7);
    assertThat(card.reading(5, "").posted()).isEqualTo(Quantity.units(-3));

    card.moved(3, "", -3);

    assertThat(card.reading(5, "").posted()).isEqualTo(Quantity.ZERO);
    assertThat(card.balance("")).isEqualTo(Quantity.units(7));
  }

  @Test
  void aLateMoveRestatesOnlyTheNextAcceptedCount() {
    card.tolerance(9).moved(1, "", 10).counted(5, "ann", "", 9);
    card.counted(10, "other sheet", "bob", "", 8);
    Reading second = card.reading(10, "");

    card.moved(3, "", -1);

    assertThat(card.reading(5, "").posted()).isEqualTo(Quantity.ZERO);
    assertThat(card.reading(10, "")).isEqualTo(second);
  }

  @Test
  void aCountOutOfToleranceIsPostedOnceItIsApproved() {
    card.tolerance(2).moved(1, "", 10).counted(5, "ann", "", 7);
    assertThat(card.status(5)).isEqualTo(Status.OUT_OF_TOLERANCE);
    assertThat(card.balance("")).isEqualTo(Quantity.units(10));

    card.approved(5);

    assertThat(card.status(5)).isEqualTo(Status.ACCEPTED);
    assertThat(card.balance("")).isEqualTo(Quantity.units(7));
  }

  @Test
  void aRejectedCountIsNeverPosted() {
    card.tolerance(2).moved(1, "", 10).counted(5, "ann", "", 9).rejected(5);

    assertThat(card.status(5)).isEqualTo(Status.REJECTED);
    assertThat(card.balance("")).isEqualTo(Quantity.units(10));
  }

  @Test
  void theToleranceIsTheLargestVarianceEitherWay() {
    card.tolerance(2).moved(1, "", 10).counted(5, "ann", "", 12).counted(6, "a", "ann", "", 10);
    card.counted(7, "b", "ann", "", 13);

    assertThat(card.status(5)).isEqualTo(Status.ACCEPTED);
    assertThat(card.status(6)).isEqualTo(Status.ACCEPTED);
    assertThat(card.status(7)).isEqualTo(Status.OUT_OF_TOLERANCE);
  }

  @Test
  void aSettledCountStaysPostedWhateverArrives() {
    card.tolerance(0).moved(1, "", 7).counted(5, "ann", "", 7).settled(5, 5);

    card.moved(3, "", -3).rejected(5);

    assertThat(card.status(5)).isEqualTo(Status.ACCEPTED);
    assertThat(card.balance("")).isEqualTo(Quantity.units(7));
  }

  @Test
  void aSettledCountThatWouldNotBePostedByNowIsOvertaken() {
    card.moved(1, "", 7).counted(5, "ann", "", 7).settled(5, 5);
    assertThat(card.entry(5).overtaken()).isEmpty();

    card.moved(3, "", -3);

    assertThat(card.entry(5).overtaken()).containsExactly("");
  }

  @Test
  void aSettledCountSaysOfLotsHeardOfLaterWhatItSaysOtherwise() {
    card.moved(1, "L1", 2).completed(5, "ann");
    card.settled(5, new Ruling.Settlement(Map.of("L1", true), false, Heads.NONE));
    card.moved(2, "L2", 4);

    assertThat(card.balance("L1")).isEqualTo(Quantity.ZERO);
    assertThat(card.balance("L2")).isEqualTo(Quantity.units(4));
  }

  @Test
  void aCompletedBinHasNothingOfTheLotsThatHaveNoLineAlsoOfThoseHeardOfLater() {
    card.tolerance(99).moved(1, "L1", 5).moved(1, "L2", 3).completed(5, "ann", "L2");
    card.moved(2, "L3", 4).moved(6, "L3", 1);

    assertThat(card.fold().balances())
        .containsEntry("L1", Quantity.ZERO)
        .containsEntry("L2", Quantity.units(3))
        .containsEntry("L3", Quantity.units(1));
  }

  @Test
  void aCountAcrossLotsPostsItsDifferenceToTheUnknownLotAndIsNoBarrierForSingleOnes() {
    card.tolerance(9).moved(1, "L1", 5).moved(2, "L2", 5).countedAcrossLots(5, "ann", 8);
    assertThat(card.balance(Lot.UNKNOWN)).isEqualTo(Quantity.units(-2));

    card.moved(3, "L1", -1);

    assertThat(card.fold().balances())
        .containsEntry("L1", Quantity.units(4))
        .containsEntry("L2", Quantity.units(5))
        .containsEntry(Lot.UNKNOWN, Quantity.units(-1));
    assertThat(card.fold().total()).isEqualTo(Quantity.units(8));
  }

  @Test
  void aCountAcrossLotsOfAnEmptyCardIsAllOfTheUnknownLot() {
    card.tolerance(9).countedAcrossLots(5, "ann", 8);

    assertThat(card.balance(Lot.UNKNOWN)).isEqualTo(Quantity.units(8));
  }

  @Test
  void aCompletedBinHasNothingOfTheUnknownLotEither() {
    card.tolerance(9).countedAcrossLots(5, "ann", 8).completed(6, "ann");

    assertThat(card.balance(Lot.UNKNOWN)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void aDrainedContainerIsEmptyAndWhatComesLateGoesTheSameWay() {
    card.moved(1, "L1", 5).drained(5).moved(2, "L1", 2).moved(6, "L1", 1);

    assertThat(card.reading(5, "L1").posted()).isEqualTo(Quantity.units(-7));
    assertThat(card.balance("L1")).isEqualTo(Quantity.units(1));
  }

  @Test
  void aShortageNotesWhatTheBookShowedAndPostsNothing() {
    card.moved(1, "L1", 5).moved(1, "L2", 3).foundShort(5).moved(6, "L1", -1);

    assertThat(card.entry(5).expected()).isEqualTo(Quantity.units(8));
    assertThat(card.reading(5, "L1").status()).isEqualTo(Status.NOTED);
    assertThat(card.fold().total()).isEqualTo(Quantity.units(7));
  }

  @Test
  void aStatementThatArrivesLateFallsBetweenTheMovementsThatWereOneSum() {
    card.moved(1, "", 10).moved(8, "", -4).counted(9, "ann", "", 6);

    card.counted(5, "other sheet", "bob", "", 10);

    assertThat(card.reading(5, "").expected()).isEqualTo(Quantity.units(10));
    assertThat(card.reading(9, "").expected()).isEqualTo(Quantity.units(6));
  }

  @Test
  void aStatementThatIsTakenBackLeavesNoTrace() {
    card.tolerance(9).moved(1, "", 10).counted(5, "ann", "", 8).moved(6, "", -1);

    card.takenBack(5);

    assertThat(card.fold().entries()).isEmpty();
    assertThat(card.balance("")).isEqualTo(Quantity.units(9));
    assertThatThrownBy(() -> card.takenBack(5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aVoidMovementAddsTheOppositeAtItsOwnTime() {
    card.tolerance(9).moved(1, "", 10).moved(2, "", -3).counted(5, "ann", "", 10);

    card.moved(2, "", 3);

    assertThat(card.reading(5, "").posted()).isEqualTo(Quantity.ZERO);
    assertThat(card.balance("")).isEqualTo(Quantity.units(10));
  }

  @Test
  void anAlikeTimeIsPutInOrderByDevice() {
    BinCard plain = card.tolerance(9).counted(5, "ann", "", 10).card();
    plain.move(new Position(5, "G-1", 1, 1, 0), "", Quantity.units(1));
    plain.move(new Position(5, "J-1", 1, 1, 0), "", Quantity.units(2));

    assertThat(plain.fold().byPosition().get(at(5)).readings().get("").expected())
        .isEqualTo(Quantity.units(1));
    assertThat(plain.fold().balance("")).isEqualTo(Quantity.units(12));
  }
}
