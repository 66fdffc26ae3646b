package io.bincard.model.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.time.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random cards: what is put on in any order, and laid out again from what was stored. */
class BinCardProperties {
  private static final List<String> LOTS = List.of("", "L1", "L2", Lot.UNKNOWN);
  private static final List<String> PEOPLE = List.of("ann", "bob", "cy");
  private static final List<String> TASKS = List.of("sheet 1", "sheet 2");

  /** Movements and statements at different times. */
  private record Happenings(List<BinCard.Movement> movements, List<Statement> statements) {
    static Happenings of(long seed) {
      Random random = new Random(seed);
      Happenings all = new Happenings(new ArrayList<>(), new ArrayList<>());
      int count = random.nextInt(14);
      for (int i = 0; i < count; i++) {
        Position at = CardFixture.at(random.nextInt(100) * 20L + i);
        if (random.nextBoolean()) {
          Quantity delta = Quantity.units(random.nextInt(9) - 4L);
          all.movements().add(new BinCard.Movement(at, one(random, LOTS), delta));
        } else {
          all.statements().add(statement(random, at));
        }
      }
      return all;
    }

    private static Statement statement(Random random, Position at) {
      String operation = CardFixture.operation(at.t()).toString();
      Coverage coverage =
          switch (random.nextInt(4)) {
            case 0 -> new Coverage.AcrossLots();
            case 1 -> new Coverage.EveryLotExcept(Set.of(one(random, LOTS)));
            default -> new Coverage.OneLot(one(random, LOTS));
          };
      if (random.nextInt(6) == 0) {
        return new Statement.Shortage(at, operation, coverage);
      }
      Ruling ruling = Ruling.of(new Tolerance(Quantity.units(random.nextInt(4))));
      if (random.nextInt(5) == 0) {
        ruling = ruling.decided(one(random, List.of(Ruling.Decision.values())));
      }
      if (random.nextInt(5) == 0) {
        ruling = ruling.settled(new Ruling.Settlement(Map.of(), random.nextBoolean(), Heads.NONE));
      }
      return new Statement.Count(
          at,
          operation,
          one(random, TASKS),
          one(random, PEOPLE),
          coverage,
          Quantity.units(coverage instanceof Coverage.EveryLotExcept ? 0 : random.nextInt(5)),
          ruling);
    }

    private static <T> T one(Random random, List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    /** Puts everything on a card in an order of its own, as it would arrive. */
    BinCard card(long order) {
      List<Object> arriving = new ArrayList<>(movements);
      arriving.addAll(statements);
      Collections.shuffle(arriving, new Random(order));
      BinCard card = new BinCard(CardFixture.KEY);
      List<BinCard.Movement> arrived = new ArrayList<>();
      for (Object each : arriving) {
        if (each instanceof BinCard.Movement movement) {
          card.move(movement.at(), movement.lot(), movement.delta());
          arrived.add(movement);
        } else {
          card.state((Statement) each, arrived);
        }
      }
      return card;
    }
  }

  @Property
  void theOrderOfArrivalDoesNotMatter(
      @ForAll long seed, @ForAll long oneOrder, @ForAll long anotherOrder) {
    Happenings all = Happenings.of(seed);

    assertThat(all.card(oneOrder).fold()).isEqualTo(all.card(anotherOrder).fold());
  }

  @Property
  void aCardLaidOutAgainFromItsReadingsFoldsAlike(@ForAll long seed, @ForAll int from) {
    FoldedCard folded = Happenings.of(seed).card(0).fold();

    FoldedCard again = restored(folded, wholeTasksFrom(folded, from)).fold();

    assertThat(again.balances()).isEqualTo(folded.balances());
    assertThat(folded.entries()).endsWith(again.entries().toArray(FoldedCard.Entry[]::new));
  }

  @Property
  void aLateMoveDoesTheSameToACardLaidOutAgain(@ForAll long seed, @ForAll int from) {
    Happenings all = Happenings.of(seed);
    BinCard card = all.card(0);
    FoldedCard folded = card.fold();
    List<FoldedCard.Entry> tail = wholeTasksFrom(folded, from);
    BinCard again = restored(folded, tail);
    long t = tail.isEmpty() ? 3_000 : tail.get(0).at().t() - 1;

    for (BinCard each : List.of(card, again)) {
      each.move(CardFixture.at(t), "L1", Quantity.units(2));
    }

    assertThat(again.fold().balances()).isEqualTo(card.fold().balances());
    assertThat(card.fold().entries())
        .endsWith(again.fold().entries().toArray(FoldedCard.Entry[]::new));
  }

  @Property
  void whatWasPutOnAndTakenOffAgainLeavesNoTrace(@ForAll long seed, @ForAll long extra) {
    BinCard card = Happenings.of(seed).card(0);
    FoldedCard before = card.fold();
    Map<String, Quantity> balances = new HashMap<>(before.balances());
    Statement statement = Happenings.statement(new Random(extra), CardFixture.at(777_777));
    card.state(statement, Happenings.of(seed).movements());

    card.retract(statement.at());

    balances.values().removeIf(Quantity::isZero);
    Map<String, Quantity> after = new HashMap<>(card.fold().balances());
    after.values().removeIf(Quantity::isZero);
    assertThat(after).isEqualTo(balances);
    assertThat(card.fold().entries()).hasSameSizeAs(before.entries());
  }

  private static BinCard restored(FoldedCard folded, List<FoldedCard.Entry> tail) {
    return BinCard.restore(
        folded.key(),
        folded.balances(),
        tail.stream()
            .map(each -> new BinCard.StoredStatement(each.statement(), each.readings()))
            .toList());
  }

  /** Entries from some point on; of each task among them all, so that all voices are heard. */
  private static List<FoldedCard.Entry> wholeTasksFrom(FoldedCard folded, int from) {
    int start = folded.entries().isEmpty() ? 0 : Math.floorMod(from, folded.entries().size());
    int last;
    do {
      last = start;
      Set<String> tasks = new HashSet<>();
      folded.entries().subList(start, folded.entries().size()).forEach(e -> tasks.add(task(e)));
      while (start > 0 && earlierVoice(folded.entries().subList(0, start), tasks)) {
        start--;
      }
    } while (start < last);
    return folded.entries().subList(start, folded.entries().size());
  }

  private static boolean earlierVoice(List<FoldedCard.Entry> earlier, Set<String> tasks) {
    return earlier.stream().anyMatch(e -> !task(e).isEmpty() && tasks.contains(task(e)));
  }

  private static String task(FoldedCard.Entry entry) {
    return entry.statement() instanceof Statement.Count count ? count.task() : "";
  }
}
