package io.bincard.model.discrepancy;

import static io.bincard.model.discrepancy.Findings.fingerprint;
import static io.bincard.model.discrepancy.Findings.late;
import static io.bincard.model.discrepancy.Findings.on;
import static io.bincard.model.discrepancy.Findings.told;
import static io.bincard.model.stock.CardFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.stock.CardFixture;
import io.bincard.model.stock.Heads;
import io.bincard.model.time.Position;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LateMoveTest {
  private static final Position UNSEEN = new Position(4, "Z-9", 1, 1, 0);
  private final CardFixture card =
      new CardFixture().tolerance(2).moved(1, "L1", 10).counted(5, "ann", "L1", 10).settled(5, 5);

  private static Subject.LateEntry unseen(String lot, long units) {
    Subject.LateEntry entry = late(4, lot, units);
    return new Subject.LateEntry(new UUID(9, 9), UNSEEN, lot, entry.delta());
  }

  private void moveUnseen(String lot, long units) {
    card.card().move(UNSEEN, lot, unseen(lot, units).delta());
  }

  @Test
  void opensWhenAMoveLiesBeforeASettledCountThatHadNotSeenIt() {
    moveUnseen("L1", -1);

    assertThat(told(on(card, unseen("L1", -1))))
        .containsExactly(
            "LATE_MOVE: 1 movement(s) of bin:A-01 TEA lot L1 arrived after a later count of it had"
                + " been settled");
    assertThat(on(card, unseen("L1", -1)).get(0).operations()).containsExactly(new UUID(9, 9));
  }

  @Test
  void doesNotOpenForWhatTheCountHadSeenNorForWhatLiesBehindIt() {
    assertThat(on(card, late(4, "L1", -1))).isEmpty();
    assertThat(on(card, late(6, "L1", -1))).isEmpty();
  }

  @Test
  void doesNotOpenForAnotherLot() {
    moveUnseen("L2", 3);

    assertThat(on(card, unseen("L2", 3))).isEmpty();
  }

  @Test
  void isAnotherOneWhenMoreComesLate() {
    String before = fingerprint(on(card, unseen("L1", -1)));

    assertThat(fingerprint(on(card, unseen("L1", -2)))).isNotEqualTo(before);
  }

  @Test
  void closesWhenALaterCountSettlesThatHasSeenIt() {
    moveUnseen("L1", -1);
    card.counted(9, "other sheet", "bob", "L1", 10);
    assertThat(on(card, unseen("L1", -1))).hasSize(1);

    card.settled(9, new Heads(Map.of("H-1", new Heads.Head(1, 9), "Z-9", new Heads.Head(1, 1))));

    assertThat(on(card, unseen("L1", -1))).isEmpty();
  }

  @Test
  void opensWhenTheCountWouldNotBePostedByWhatIsKnownNow() {
    card.moved(2, "L1", -5);

    assertThat(told(on(card)))
        .containsExactly(
            "LATE_MOVE: What a settled count of bin:A-01 TEA lot L1 was compared with has changed"
                + " since");
    assertThat(on(card).get(0).operations()).containsExactly(operation(5));
  }

  @Test
  void opensForACountThatPostedSomethingBefore() {
    CardFixture fresh = new CardFixture().tolerance(2).moved(1, "L1", 10);
    fresh.counted(4, "a", "bob", "L1", 9).counted(5, "b", "ann", "L1", 9).settled(5, 3);

    assertThat(on(fresh)).extracting(Finding::code).containsExactly(DiscrepancyCode.LATE_MOVE);
    assertThat(on(fresh).get(0).operations()).containsExactly(operation(4));
  }

  @Test
  void aSettledCountAcrossLotsMissesMovesOfAnyLotAndNamesTheUnknownOne() {
    CardFixture fresh =
        new CardFixture().tolerance(9).moved(1, "L1", 10).countedAcrossLots(5, "ann", 9);
    fresh.settled(5, 5);

    assertThat(on(fresh, unseen("L2", 3)))
        .extracting(Finding::subject)
        .containsExactly("bin:A-01 TEA lot ?");
  }
}
