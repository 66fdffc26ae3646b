package io.bincard.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Journals are written so: {@code a10} is an operation of run a, when its steady clock showed 10;
 * {@code a10w900} the same, with 900 on the wall; {@code a20=1020} an anchor, and {@code
 * a20=1020u3} one that may be off by 3.
 */
class CorrectedTimeTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the next anchor of the run says it         | a10 a15 a20=1020           | 1010 1015 1020
          also across a pause                        | a10 a500 a600=1600         | 1010 1500 1600
          else the last anchor of the run            | a10=1010 a15 a19           | 1010 1015 1019
          the next one before the last one           | a10=1010 a15 a20=1025      | 1010 1020 1025
          else the wall between the anchors around   | a10=1010 b0w1500 c0=2000   | 1010 1500±990 2000
          a wall that is fast stops at the next      | a10=1010 b0w9999 c0=2000   | 1010 2000±990 2000
          a wall that is slow starts at the last     | a10=1010 b0w5 c0=2000      | 1010 1010±990 2000
          nothing is before what was recorded before | a9=1009 b0w1800 b1w1200 c0=2000 | 1009 1800±991 1800±1591 2000
          also if that had a clock that is fast      | a9=1009 b0w9999 c0 c5=2000 | 1009 2000±991 2000±5 2000
          an anchor has its own time                 | a10=1010 a20=1030 a30=1025 | 1010 1030 1030±5
          without anchors there is the wall          | a10w500 a11w501            | 500±? 501±?
          a wall that goes back stands still         | a10w500 a11w300            | 500±? 500±?
          before the first anchor of another run     | a10w500 b5=1000            | 500±? 1000
          after the last anchor of another run       | a5=1000 b0w1700            | 1000 1700±?
          an anchor's uncertainty is that of its run | a10 a20=1020u3 a30         | 1010±3 1020±3 1030±3
          a restart within a push                    | a90=1090 a95 b2 b10=1200   | 1090 1095 1192 1200
          """)
  void oneJournal(String why, String journal, String times) {
    assertThat(told(correct(stamps(journal)))).isEqualTo(times);
  }

  @Test
  void aPushThatEndsBeforeItsAnchorTakesItFromTheHeader() {
    List<Stamp> journal = stamps("a10 a15 a20=1020");

    CorrectedTime.Result first =
        CorrectedTime.START.correct(journal.subList(0, 1), journal.get(2).anchor());
    CorrectedTime.Result second = first.next().correct(journal.subList(1, 3), null);

    assertThat(told(first.times()) + " " + told(second.times())).isEqualTo("1010 1015 1020");
  }

  @Test
  void theNextPushGoesOnWhereTheLastOneEnded() {
    CorrectedTime.Result first = CorrectedTime.START.correct(stamps("a10=1010 a40"), null);
    CorrectedTime.Result second = first.next().correct(stamps("a20 a50"), null);

    assertThat(told(second.times())).isEqualTo("1040±20 1050");
    assertThat(second.next()).isEqualTo(new CorrectedTime(new Anchor("a", 10, 1010, 0), 1050));
  }

  private static List<Corrected> correct(List<Stamp> stamps) {
    return CorrectedTime.START.correct(stamps, null).times();
  }

  private static String told(List<Corrected> times) {
    return times.stream().map(CorrectedTimeTest::told).collect(Collectors.joining(" "));
  }

  private static String told(Corrected time) {
    if (time.uncertainty() == Corrected.UNKNOWN) {
      return time.t() + "±?";
    }
    return time.t() + (time.uncertainty() == 0 ? "" : "±" + time.uncertainty());
  }

  private static List<Stamp> stamps(String journal) {
    List<Stamp> stamps = new ArrayList<>();
    for (String word : journal.split(" ", -1)) {
      String run = word.substring(0, 1);
      String[] numbers = word.substring(1).split("[=wu]", -1);
      long monotonic = Long.parseLong(numbers[0]);
      if (word.contains("=")) {
        long uncertainty = numbers.length > 2 ? Long.parseLong(numbers[2]) : 0;
        Anchor anchor = new Anchor(run, monotonic, Long.parseLong(numbers[1]), uncertainty);
        stamps.add(new Stamp(run, monotonic, 0, anchor));
      } else {
        long wall = numbers.length > 1 ? Long.parseLong(numbers[1]) : 0;
        stamps.add(new Stamp(run, monotonic, wall, null));
      }
    }
    return stamps;
  }
}
