package io.bincard.handheld.work;

import static io.bincard.model.stock.Quantity.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.Body;
import io.bincard.model.operation.Fact;
import io.bincard.model.operation.Goods;
import io.bincard.model.operation.Operation;
import io.bincard.model.operation.OrderLine;
import io.bincard.model.sync.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PickPathTest {
  private static final OrderLine LINE = new OrderLine("O1", 1);

  @ParameterizedTest(name = "{6}")
  @CsvSource({
    // ordered, picked by anybody, stops, done by this device, grants, left at each stop, because
    "27,  0, A 10 B 17,       '',                1, A 10 B 17, nothing is done",
    "27,  4, A 10 B 17,       pick A 4,          1, A 6 B 17,  what was picked is not left",
    "27, 17, A 10 B 17,       pick B 17,         1, A 10 B 0,  who skipped a stop goes back to it",
    "27, 27, A 10 B 17,       pick A 10 pick B 17, 1, A 0 B 0, all is done",
    "27, 12, A 10 B 17,       pick A 12,         1, A 0 B 15,  more was taken here, so less is"
        + " there",
    "27, 30, A 10 B 17,       pick A 30,         1, A 0 B 0,   more was taken than was ordered",
    "27,  4, A 10 B 17,       pick A 4 short A,  1, A 0 B 17,  a short stop is given up",
    "27,  4, A 10 B 17,       pick A 8 back A 4, 1, A 6 B 17,  what was put back is left again",
    "27, 10, A 10 B 17,       '',                1, A 0 B 17,  somebody else picked the first ones",
    "27,  5, A 20,            pick A 5,          1, A 15,      not all could be allocated",
    "27, 10, A 7 B 10,        pick A 10,         2, A 7 B 10,  the new allocation asks for the"
        + " rest",
    "27, 13, A 7 B 10,        pick A 10 pick A 3, 2, A 4 B 10, of that 3 are picked since",
    "27, 15, B 17,            pick A 10 pick B 5, 2, B 12,     a place of before does not count",
    "10,  0, A 10,            short B,           1, A 10,      another place was short",
  })
  void knowsWhatIsLeftAtEachStop(
      long ordered,
      long picked,
      String stops,
      String done,
      long grants,
      String left,
      String because) {
    PickPath path =
        PickPath.of(
            "O1",
            stops(stops),
            location -> location.charAt(0),
            List.of(Floor.line("O1", 1, "JAR", ordered, picked)),
            done(done),
            grants);

    assertThat(words(path)).as(because).isEqualTo(left);
  }

  @Test
  void followsTheWayThroughTheHouseAndNotTheOrderOfTheAllocation() {
    PickPath path =
        PickPath.of(
            "O1",
            stops("C 1 A 1 B 1"),
            location -> -location.charAt(0),
            List.of(Floor.line("O1", 1, "JAR", 3, 0)),
            List.of(),
            1);

    assertThat(words(path)).isEqualTo("C 1 B 1 A 1");
  }

  @Test
  void aCancelledLineHasNoStopsLeft() {
    PickPath path =
        PickPath.of(
            "O1",
            stops("A 3"),
            location -> 0,
            List.of(new Row.Line("O1", 1, "JAR", units(3), units(0), units(0), true)),
            List.of(),
            1);

    assertThat(words(path)).isEqualTo("A 0");
  }

  @Test
  void anotherLotOfTheSameBinIsTakenFromTheStopThatAskedForOne() {
    List<Row.Allocation.Stop> twoLots =
        List.of(Floor.stop(1, "A", "SEAL", "L1", 3), Floor.stop(1, "A", "SEAL", "L2", 4));
    Fact.Picked third = new Fact.Picked(LINE, "A", "T-1", Goods.of("SEAL", "L3", units(5)));
    Fact.Picked second = new Fact.Picked(LINE, "A", "T-1", Goods.of("SEAL", "L2", units(1)));

    PickPath path =
        PickPath.of(
            "O1",
            twoLots,
            location -> 0,
            List.of(Floor.line("O1", 1, "SEAL", 7, 6)),
            List.of(operation(third), operation(second)),
            1);

    assertThat(words(path)).isEqualTo("A 0 A 1");
  }

  private static String words(PickPath path) {
    return String.join(
        " ", path.stops().stream().map(stop -> stop.location() + " " + stop.left()).toList());
  }

  private static List<Row.Allocation.Stop> stops(String words) {
    List<Row.Allocation.Stop> stops = new ArrayList<>();
    List<String> each = Arrays.asList(words.split(" ", -1));
    for (int i = 0; i < each.size(); i += 2) {
      stops.add(Floor.stop(1, each.get(i), "JAR", "", Long.parseLong(each.get(i + 1))));
    }
    return stops;
  }

  private static List<Operation> done(String words) {
    List<Operation> done = new ArrayList<>();
    List<String> each = Arrays.asList(words.split(" ", -1));
    for (int i = 0; i + 1 < each.size(); ) {
      String bin = each.get(i + 1);
      if (each.get(i).equals("short")) {
        done.add(operation(new Fact.PickedShort(LINE, bin, "JAR", "", units(1), "NOT_THERE")));
        i += 2;
      } else {
        Goods goods = Goods.of("JAR", "", units(Long.parseLong(each.get(i + 2))));
        done.add(
            operation(
                each.get(i).equals("pick")
                    ? new Fact.Picked(LINE, bin, "T-1", goods)
                    : new Fact.PutBack(LINE, "T-1", bin, goods)));
        i += 3;
      }
    }
    return done;
  }

  private static Operation operation(Body body) {
    return new Floor().journal.append("ana", null, body).operation();
  }
}
