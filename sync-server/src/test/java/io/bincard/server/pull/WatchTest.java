package io.bincard.server.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock never ticks here: the test looks itself. */
class WatchTest {
  private final List<Map<String, Snapshot>> questions = new ArrayList<>();
  private final Queue<News> answers = new ArrayDeque<>();
  private final Watch watch =
      new Watch(
          seen -> {
            questions.add(seen);
            return answers.remove();
          },
          Duration.ofDays(1));

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void newsOfASiteWakesThoseWhoWaitForIt() throws Exception {
    Watch.Waiter one = watch.waiter("HAM", "H-1", at(5));
    Watch.Waiter two = watch.waiter("HAM", "H-2", at(5));
    Watch.Waiter other = watch.waiter("MUC", "H-3", at(5));
    answers.add(new News(at(9), Set.of(Topic.goods("HAM"))));

    watch.look();

    assertThat(isWoken(one)).isTrue();
    assertThat(isWoken(two)).isTrue();
    assertThat(isWoken(other)).isFalse();
    assertThat(isWoken(one)).as("once is enough").isFalse();
  }

  @Test
  void aHeadWakesItsDeviceOnly() throws Exception {
    Watch.Waiter one = watch.waiter("HAM", "H-1", at(5));
    Watch.Waiter other = watch.waiter("HAM", "H-2", at(5));
    answers.add(new News(at(9), Set.of(new Topic("HAM", "H-1"))));

    watch.look();

    assertThat(isWoken(one)).isTrue();
    assertThat(isWoken(other)).isFalse();
  }

  @Test
  void eachQuestionBeginsWhereTheLastOneEnded() {
    watch.waiter("HAM", "H-1", at(5));
    answers.add(new News(at(9), Set.of()));
    watch.look();
    watch.waiter("HAM", "H-2", at(3));
    answers.add(new News(at(12), Set.of()));
    watch.look();

    assertThat(questions).containsExactly(Map.of("HAM", at(5)), Map.of("HAM", at(9)));
  }

  @Test
  void whileNobodyWaitsNothingIsAsked() {
    watch.look();
    watch.waiter("HAM", "H-1", at(5)).close();
    watch.look();

    assertThat(questions).isEmpty();
  }

  @Test
  void aDatabaseThatIsAwayForAMomentIsAskedAgain() throws Exception {
    Watch.Waiter waiter = watch.waiter("HAM", "H-1", at(5));
    watch.look(); // there is no answer
    answers.add(new News(at(9), Set.of(Topic.goods("HAM"))));
    watch.look();

    assertThat(questions).containsExactly(Map.of("HAM", at(5)), Map.of("HAM", at(5)));
    assertThat(isWoken(waiter)).isTrue();
  }

  @Test
  void whoStillWaitsIsLetGoAtTheEnd() throws Exception {
    Watch.Waiter waiter = watch.waiter("HAM", "H-1", at(5));
    watch.close();

    assertThat(waiter.await(Duration.ofDays(1))).isFalse();
    assertThat(watch.waiter("HAM", "H-2", at(5)).await(Duration.ofDays(1))).isFalse();
  }

  private static boolean isWoken(Watch.Waiter waiter) throws InterruptedException {
    return waiter.await(Duration.ZERO);
  }

  private static Snapshot at(long end) {
    return new Snapshot(end, List.of());
  }
}
