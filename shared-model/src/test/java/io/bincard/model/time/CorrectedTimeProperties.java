package io.bincard.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class CorrectedTimeProperties {

  /** A journal in true time: runs, walls that are wrong by much, anchors that are right. */
  private record Journal(List<Stamp> stamps, List<Long> truth) {
    static Journal of(long seed) {
      Random random = new Random(seed);
      Journal journal = new Journal(new ArrayList<>(), new ArrayList<>());
      long t = 0;
      int run = 0;
      long start = 0;
      long skew = 0;
      int count = random.nextInt(25);
      for (int i = 0; i <= count; i++) {
        t += random.nextInt(5);
        if (random.nextInt(7) == 0) {
          run++;
          start = t;
          skew = random.nextInt(2_000) - 1_000L;
        }
        boolean anchored = random.nextInt(3) == 0 || i == count;
        Anchor anchor = anchored ? new Anchor("run " + run, t - start, t, 0) : null;
        journal.stamps().add(new Stamp("run " + run, t - start, t + skew, anchor));
        journal.truth().add(t);
      }
      return journal;
    }

    @Nullable Anchor anchorFrom(int index) {
      for (Stamp stamp : stamps.subList(index, stamps.size())) {
        if (stamp.anchor() != null) {
          return stamp.anchor();
        }
      }
      return null;
    }
  }

  private static List<Corrected> whole(Journal journal) {
    return CorrectedTime.START.correct(journal.stamps(), null).times();
  }

  @Property
  void aTimeIsFrozenByTheAnchorOfItsPushHoweverTheJournalIsCutIntoPushes(
      @ForAll long seed, @ForAll long cuts) {
    Journal journal = Journal.of(seed);
    Random random = new Random(cuts);
    List<Corrected> times = new ArrayList<>();
    CorrectedTime state = CorrectedTime.START;
    for (int from = 0; from < journal.stamps().size(); ) {
      int end = Math.min(from + 1 + random.nextInt(6), journal.stamps().size());
      CorrectedTime.Result result =
          state.correct(journal.stamps().subList(from, end), journal.anchorFrom(end - 1));
      times.addAll(result.times());
      state = result.next();
      from = end;
    }

    assertThat(times).isEqualTo(whole(journal));
  }

  @Property
  void timeNeverGoesBackAlongAJournal(@ForAll long seed) {
    assertThat(whole(Journal.of(seed)).stream().map(Corrected::t).toList()).isSorted();
  }

  @Property
  void anAnchorHasItsOwnTimeAndOperationsOfARunWithOneHaveTheirs(@ForAll long seed) {
    Journal journal = Journal.of(seed);
    List<Corrected> times = whole(journal);
    for (int i = 0; i < times.size(); i++) {
      long off = Math.abs(times.get(i).t() - journal.truth().get(i));

      assertThat(off).isLessThanOrEqualTo(times.get(i).uncertainty());
    }
  }

  @Property
  void hostileClocksGiveSomeTimeAndNoError(
      @ForAll long monotonic, @ForAll long wall, @ForAll long serverTime, @ForAll long other) {
    Anchor anchor = new Anchor("a", other, serverTime, 0);
    List<Stamp> stamps =
        List.of(
            new Stamp("a", monotonic, wall, null),
            new Stamp("a", other, wall, anchor),
            new Stamp("b", wall, monotonic, null));

    assertThat(CorrectedTime.START.correct(stamps, null).times().stream().map(Corrected::t))
        .isSorted();
  }
}
