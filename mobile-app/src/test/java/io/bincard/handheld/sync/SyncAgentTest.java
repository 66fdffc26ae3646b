package io.bincard.handheld.sync;

import static io.bincard.handheld.sync.Play.NEW_RUN;
import static io.bincard.handheld.sync.Play.NOTHING;
import static io.bincard.handheld.sync.Play.NO_TIME_YET;
import static io.bincard.handheld.sync.Play.READY;
import static io.bincard.handheld.sync.Play.SOMEBODY_THERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.handheld.journal.Outbox;
import io.bincard.handheld.replica.ReplicaStore.Applied;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PushAnswer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SyncAgentTest {
  private static final SyncPolicy REGULAR =
      new SyncPolicy(8, 1_000, 100, 0, 5_000, 60_000, 1_000, 8_000);
  private static final SyncPolicy LISTENING =
      new SyncPolicy(8, 1_000, 100, 25, 5_000, 60_000, 1_000, 8_000);

  private final Play play = new Play(REGULAR);

  /** Started with nothing to do, one pull made. */
  private static void atRest(Play play) {
    play.started(NOTHING);
    play.tokenGranted();
    play.pullAnswered();
    play.applied(false);
  }

  private static void pushing(Play play) {
    atRest(play);
    play.journaled(READY);
  }

  // The usual course.

  @Test
  void aDeviceThatComesOnMeasuresTimeAndPulls() {
    assertThat(play.started(NEW_RUN)).containsExactly("time", "token");
    assertThat(play.tokenGranted()).containsExactly("pull");
    assertThat(play.timeMeasured()).containsExactly("anchor");
    assertThat(play.anchored(READY)).containsExactly("push 8");
    assertThat(play.pushAnswered(Play.taken(7))).containsExactly("write down 7");
    assertThat(play.recorded(NOTHING)).isEmpty();
    assertThat(play.pullAnswered()).containsExactly("apply");
    assertThat(play.applied(false)).containsExactly("wake 5000");
  }

  @Test
  void aNewLineIsSentWithAnAnchorAfterIt() {
    atRest(play);
    assertThat(play.journaled(NO_TIME_YET)).containsExactly("time");
    assertThat(play.timeMeasured()).containsExactly("anchor");
    assertThat(play.anchored(READY)).containsExactly("push 8");
  }

  @Test
  void linesOfTheLastRunAreSentOnceThisRunHasAnAnchor() {
    atRest(play);
    assertThat(play.journaled(new Outbox(3, true, false, false))).containsExactly("time");
  }

  @Test
  void linesThatComeWhileOthersAreSentWaitTheirTurn() {
    pushing(play);
    assertThat(play.journaled(NO_TIME_YET)).isEmpty();
    play.pushAnswered(Play.taken(7));
    assertThat(play.recorded(NO_TIME_YET)).containsExactly("time");
  }

  @Test
  void moreBatchesFollowWithoutAnotherAnchor() {
    pushing(play);
    play.pushAnswered(Play.taken(7));
    assertThat(play.recorded(READY)).containsExactly("push 8");
  }

  @Test
  void onceAllIsSentTheServerIsAskedWhatBecameOfIt() {
    pushing(play);
    play.pushAnswered(Play.taken(7));
    assertThat(play.recorded(NOTHING)).containsExactly("pull");
  }

  @Test
  void pagesFollowWhileThereAreMore() {
    play.started(NOTHING);
    play.tokenGranted();
    play.pullAnswered();
    assertThat(play.applied(true)).containsExactly("pull");
    play.pullAnswered();
    assertThat(play.applied(false)).containsExactly("wake 5000");
    assertThat(play.woke(NOTHING)).containsExactly("pull");
  }

  @Test
  void pullingDoesNotWaitForPushing() {
    pushing(play);
    long ticket = play.ticket("push");
    assertThat(play.woke(READY)).containsExactly("pull");
    assertThat(play.pullAnswered()).containsExactly("apply");
    assertThat(play.applied(false)).containsExactly("wake 5000");
    assertThat(play.ticket("push")).isEqualTo(ticket);
  }

  @Test
  void aDeviceWithSomebodyAtWorkStaysKnownWhenIdle() {
    pushing(play);
    play.pushAnswered(Play.taken(7));
    assertThat(play.recorded(SOMEBODY_THERE)).containsExactly("wake 60000", "pull");
    assertThat(play.woke(SOMEBODY_THERE)).containsExactly("time");
  }

  @Test
  void aDeviceThatWasLeftIsQuiet() {
    pushing(play);
    play.pushAnswered(Play.taken(7));
    play.recorded(SOMEBODY_THERE);
    assertThat(play.woke(NOTHING)).isEmpty();
  }

  @Test
  void anAnswerNobodyWaitsForIsPassedOver() {
    pushing(play);
    assertThat(play.on(new Event.TimeMeasured(99, "run-1", Play.ANCHOR))).isEmpty();
    assertThat(play.on(new Event.Woke(99, READY))).isEmpty();
    assertThat(play.on(new Event.Recorded(99, READY))).isEmpty();
    assertThat(play.on(new Event.TokenGranted(99, "other"))).isEmpty();
    assertThat(play.on(new Event.Anchored(99, READY))).isEmpty();
    play.pushAnswered(Play.taken(7));
    assertThat(play.pushAnswered(Play.taken(7))).as("twice").isEmpty();
  }

  // A server that holds the line until there is something.

  @Test
  void afterThePullTheDeviceListens() {
    Play listening = new Play(LISTENING);
    listening.started(NOTHING);
    assertThat(listening.tokenGranted()).containsExactly("pull");
    listening.pullAnswered();
    assertThat(listening.applied(false)).containsExactly("listen");
    listening.pullAnswered();
    assertThat(listening.applied(false)).containsExactly("listen");
  }

  @Test
  void whoWaitsDoesNotWaitForOneWhoListens() {
    Play listening = new Play(LISTENING);
    atRest(listening);
    assertThat(listening.syncRequested(NOTHING)).containsExactly("cancel", "pull");
    listening.pullAnswered();
    assertThat(listening.applied(false)).containsExactly("done", "listen");
  }

  @Test
  void aDeadLineIsNotListenedToAnyLonger() {
    Play listening = new Play(LISTENING);
    atRest(listening);
    assertThat(listening.connected()).containsExactly("cancel", "pull");
  }

  // Somebody waits.

  @Test
  void whoWaitsIsToldWhenAllIsSentAndFetched() {
    atRest(play);
    assertThat(play.syncRequested(READY)).containsExactly("push 8");
    play.pushAnswered(Play.taken(7));
    assertThat(play.recorded(NOTHING)).containsExactly("pull");
    play.pullAnswered();
    assertThat(play.applied(true)).containsExactly("pull");
    play.pullAnswered();
    assertThat(play.applied(false)).containsExactly("done", "wake 5000");
  }

  @Test
  void aPullThatBeganTooEarlyIsNotEnough() {
    atRest(play);
    play.woke(NOTHING);
    assertThat(play.syncRequested(READY)).containsExactly("push 8");
    play.pushAnswered(Play.taken(7));
    assertThat(play.recorded(NOTHING)).isEmpty();
    play.pullAnswered();
    assertThat(play.applied(false)).containsExactly("pull");
    play.pullAnswered();
    assertThat(play.applied(false)).containsExactly("done", "wake 5000");
  }

  @Test
  void whoWaitsIsToldWhatWentWrong() {
    atRest(play);
    play.syncRequested(READY);
    assertThat(play.failed("push", Failure.Kind.UNREACHABLE))
        .containsExactly("wake 1000", "done: UNREACHABLE");
    assertThat(play.syncRequested(READY)).as("asked again, tried again").containsExactly("push 8");
  }

  @Test
  void whoWaitsIsToldThatNothingCouldBeFetched() {
    atRest(play);
    assertThat(play.syncRequested(NOTHING)).containsExactly("pull");
    assertThat(play.failed("pull", Failure.Kind.SERVER))
        .containsExactly("wake 1000", "done: SERVER");
  }

  // What goes wrong.

  @ParameterizedTest
  @EnumSource(
      value = Failure.Kind.class,
      names = {"UNREACHABLE", "FORBIDDEN", "BUSY", "SERVER", "UNEXPECTED", "DEVICE"})
  void aFailedPushIsTriedAgainLaterAndLater(Failure.Kind kind) {
    pushing(play);
    assertThat(play.failed("push", kind)).containsExactly("wake 1000");
    assertThat(play.state().problem()).isEqualTo(Failure.of(kind, "why"));
    for (String wait : List.of("wake 2000", "wake 4000", "wake 8000", "wake 8000")) {
      assertThat(play.woke(READY)).containsExactly("push 8");
      assertThat(play.failed("push", kind)).containsExactly(wait);
    }
    play.woke(READY);
    play.pushAnswered(Play.taken(7));
    assertThat(play.state().problem()).as("all is well again").isNull();
    play.recorded(READY);
    assertThat(play.failed("push", kind)).containsExactly("wake 1000");
  }

  @ParameterizedTest
  @EnumSource(
      value = Failure.Kind.class,
      names = {"UNREACHABLE", "FORBIDDEN", "BUSY", "SERVER", "UNEXPECTED", "DEVICE", "TOO_LARGE"})
  void aFailedPullIsTriedAgainLaterAndLater(Failure.Kind kind) {
    play.started(NOTHING);
    play.tokenGranted();
    assertThat(play.failed("pull", kind)).containsExactly("wake 1000");
    assertThat(play.woke(NOTHING)).containsExactly("pull");
    assertThat(play.failed("pull", kind)).containsExactly("wake 2000");
    play.woke(NOTHING);
    play.pullAnswered();
    assertThat(play.applied(false)).containsExactly("wake 5000");
    assertThat(play.state().problem()).isNull();
  }

  @Test
  void aFailedComparisonOfClocksIsTriedAgain() {
    atRest(play);
    play.journaled(NO_TIME_YET);
    assertThat(play.failed("time", Failure.Kind.UNREACHABLE)).containsExactly("wake 1000");
    assertThat(play.woke(NO_TIME_YET)).containsExactly("time");
  }

  @Test
  void aClockThatStartedAnewMeanwhileIsComparedAgainLater() {
    atRest(play);
    play.journaled(NO_TIME_YET);
    play.timeMeasured();
    assertThat(play.anchored(NO_TIME_YET)).containsExactly("wake 1000");
  }

  @Test
  void aSignalEndsTheWait() {
    pushing(play);
    play.failed("push", Failure.Kind.UNREACHABLE);
    assertThat(play.connected()).containsExactly("push 8");
    assertThat(play.connected()).as("nothing waits any more").isEmpty();
  }

  @Test
  void aScanDoesNotEndTheWait() {
    pushing(play);
    play.failed("push", Failure.Kind.UNREACHABLE);
    assertThat(play.journaled(READY)).isEmpty();
  }

  @Test
  void theServerSaysHowLongToWait() {
    pushing(play);
    long ticket = play.ticket("push");
    Failure busy = new Failure(Failure.Kind.BUSY, "later", 30_000);
    assertThat(play.on(new Event.Failed(ticket, busy, 3)))
        .as("chance takes up to half of it off")
        .containsExactly("wake 60000");
  }

  @Test
  void aTokenThatIsNotGoodAnyMoreIsReplacedAtOnce() {
    pushing(play);
    assertThat(play.failed("push", Failure.Kind.UNAUTHORIZED)).containsExactly("token");
    assertThat(play.tokenGranted()).containsExactly("push 8");
    assertThat(play.failed("push", Failure.Kind.UNAUTHORIZED)).containsExactly("wake 2000");
    assertThat(play.woke(READY)).containsExactly("token");
  }

  @Test
  void bothLanesShareOneNewToken() {
    pushing(play);
    play.woke(READY);
    assertThat(play.failed("push", Failure.Kind.UNAUTHORIZED)).containsExactly("token");
    assertThat(play.failed("pull", Failure.Kind.UNAUTHORIZED)).isEmpty();
    assertThat(play.tokenGranted()).containsExactly("push 8", "pull");
  }

  @Test
  void withoutATokenBothLanesWait() {
    assertThat(play.started(READY)).containsExactly("token");
    assertThat(play.failed("token", Failure.Kind.UNAUTHORIZED))
        .containsExactly("wake 1000", "wake 1000");
    assertThat(play.connected()).containsExactly("token");
    assertThat(play.tokenGranted()).containsExactly("push 8", "pull");
  }

  @Test
  void halfIsSentWhereAllIsTooMuchUntilAllIsSent() {
    pushing(play);
    assertThat(play.failed("push", Failure.Kind.TOO_LARGE)).containsExactly("push 1");
    play.pushAnswered(Play.taken(7));
    assertThat(play.recorded(READY)).containsExactly("push 1");
    play.pushAnswered(Play.taken(7));
    play.recorded(NOTHING);
    assertThat(play.journaled(READY)).containsExactly("push 8");
  }

  @Test
  void oneLineThatIsTooMuchIsTriedAgainLater() {
    pushing(play);
    long ticket = play.ticket("push");
    Failure tooLarge = Failure.of(Failure.Kind.TOO_LARGE, "why");
    assertThat(play.on(new Event.Failed(ticket, tooLarge, 1))).containsExactly("wake 1000");
  }

  // What a push answer means. Lines 5 to 7 of an epoch of 9 were sent.

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all is applied                            | 7  | -  | -   | write down 7
          the server is further (a replay)          | 9  | -  | -   | write down 7
          the server was restored meanwhile         | 3  | -  | -   | write down 3
          there is a gap before                     | 2  | 3  | -   | write down 2
          there is no gap, go on later              | 7  | 8  | -   | write down 7
          the server has nothing                    | 0  | 1  | -   | write down 0
          a line is forked                          | 20 | -  | 6   | new epoch after 1, lost 6 to 20; write down 7
          a line is forked, none is missing         | 6  | -  | 7   | new epoch after 1, lost nothing; write down 7
          the server has lines this journal lacks   | 12 | -  | -   | new epoch after 1, lost 10 to 12; write down 7
          so it has, and says so by a gap           | 12 | 13 | -   | new epoch after 1, lost 10 to 12; write down 9
          a gap before the first line               | 0  | 0  | -   | wake 1000
          less than nothing is applied              | -1 | -  | -   | wake 1000
          """)
  void aPushAnswerMeans(
      String what, long appliedThrough, String sendFrom, String forkedFrom, String actions) {
    pushing(play);
    Long from = sendFrom.equals("-") ? null : Long.valueOf(sendFrom);
    long forked = forkedFrom.equals("-") ? Long.MAX_VALUE : Long.parseLong(forkedFrom);
    List<Outcome> outcomes =
        Play.applied(5, 7).stream()
            .map(
                outcome ->
                    outcome.seq() >= forked
                        ? Play.outcome(outcome.seq(), Outcome.Kind.QUARANTINED, "FORKED")
                        : outcome)
            .toList();
    PushAnswer answer =
        new PushAnswer("first", appliedThrough, "hash", from, from == null ? outcomes : List.of());
    assertThat(String.join("; ", play.pushAnswered(answer))).isEqualTo(actions);
  }

  @Test
  void anAnswerThatLacksAnOutcomeConsumesNothing() {
    pushing(play);
    PushAnswer partial = new PushAnswer("first", 7, "hash", null, Play.applied(5, 6));
    assertThat(play.pushAnswered(partial)).containsExactly("wake 1000");
    assertThat(play.state().problem().kind()).isEqualTo(Failure.Kind.UNEXPECTED);
  }

  @Test
  void anOutcomeOfAnotherOperationConsumesNothing() {
    pushing(play);
    Outcome other = new Outcome(7, new UUID(9, 9), Outcome.Kind.APPLIED, null);
    List<Outcome> outcomes = List.of(Play.applied(5, 5).get(0), Play.applied(6, 6).get(0), other);
    assertThat(play.pushAnswered(new PushAnswer("first", 7, "hash", null, outcomes)))
        .containsExactly("wake 1000");
  }

  @Test
  void whatTheServerLostIsSentAgainAtOnceButNotForEver() {
    pushing(play);
    play.pushAnswered(Play.gap(3));
    assertThat(play.recorded(READY)).containsExactly("push 8");
    play.pushAnswered(Play.gap(3));
    assertThat(play.recorded(READY)).containsExactly("wake 4000");
  }

  @Test
  void aQuarantinedLineIsAnsweredForAndForksNothing() {
    pushing(play);
    PushAnswer answer =
        new PushAnswer(
            "first",
            7,
            "hash",
            null,
            List.of(
                Play.outcome(5, Outcome.Kind.APPLIED, null),
                Play.outcome(6, Outcome.Kind.QUARANTINED, "UNREADABLE"),
                Play.outcome(7, Outcome.Kind.REFUSED, "CLAIMED_BY_OTHER")));
    assertThat(play.pushAnswered(answer)).containsExactly("write down 7");
  }

  // What a page means.

  @Test
  void aPageOfOtherDataIsFollowedByAnother() {
    play.started(NOTHING);
    play.tokenGranted();
    play.pullAnswered();
    assertThat(play.on(new Event.Applied(play.ticket("apply"), Applied.STARTED_OVER, false)))
        .containsExactly("pull");
    play.pullAnswered();
    assertThat(play.applied(false)).containsExactly("wake 5000");
  }

  @Test
  void aPageThatDoesNotFitIsAskedForAgainLater() {
    play.started(NOTHING);
    play.tokenGranted();
    play.pullAnswered();
    assertThat(play.on(new Event.Applied(play.ticket("apply"), Applied.OUTDATED, true)))
        .containsExactly("wake 1000");
  }

  @Test
  void nothingSecretIsInWhatEndsUpInLogs() {
    pushing(play);
    assertThat(play.state().toString()).doesNotContain("abc");
    assertThat(play.actions().toString()).doesNotContain("abc");
    assertThat(new Event.TokenGranted(1, "abc").toString()).doesNotContain("abc");
  }
}
