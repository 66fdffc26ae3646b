package io.bincard.server.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.bincard.model.operation.ServerRecord.CountSettled;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.Quantity;
import io.bincard.model.stock.StockKey;
import io.bincard.model.sync.Outcome;
import io.bincard.model.sync.PushAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** Plays one world in one order on one stage, and watches the books. */
final class Play {
  private final World world;
  private final Hearsay hearsay;
  private final Stage stage;
  private final String site;
  private final StoreReconciler reconciler;
  private final Tolerances tolerances;
  private final Map<String, List<IncomingLine>> lines = new HashMap<>();
  private final Map<String, TreeMap<Long, Outcome>> answered = new HashMap<>();
  private final Map<String, Integer> heard = new HashMap<>();

  Play(World world, Hearsay hearsay, Stage stage) {
    this.world = world;
    this.hearsay = hearsay;
    this.stage = stage;
    this.site = stage.found(world);
    this.tolerances = new Tolerances(world.tolerances(), Map.of());
    int[] ids = {0};
    this.reconciler =
        new StoreReconciler(stage.store(), "S-1", () -> new UUID(~world.seed(), ++ids[0]));
    for (String device : world.journals().keySet()) {
      lines.put(device, world.lines(site, device, Stage.device(site, device)));
      answered.put(device, new TreeMap<>());
      heard.put(device, 0);
    }
  }

  /**
   * Plays to the end.
   *
   * @param watching look at the books after every step, and not only at the end
   * @return the books at the end
   */
  Books play(boolean watching) {
    for (Hearsay.Step step : hearsay.steps()) {
      stage.turnTo(step.now());
      Books before = isReplay(step) ? stage.books(site) : null;
      take(step);
      if (before != null) {
        assertThat(stage.books(site)).as("a replay changes nothing").isEqualTo(before);
      } else if (watching) {
        check(stage.books(site));
      }
    }
    Books end = stage.books(site);
    check(end);
    checkTimes(end);
    return end;
  }

  private boolean isReplay(Hearsay.Step step) {
    return step instanceof Hearsay.Push push && push.end() <= heard.get(push.device());
  }

  private void take(Hearsay.Step step) {
    switch (step) {
      case Hearsay.Push push -> push(push);
      case Hearsay.Decide decide -> {
        World.Ruling ruling = world.decisions().get(decide.index());
        List<Entry> entry = List.of(new Entry(ruling.id(), "marta", ruling.body()));
        List<Outcome> first = reconciler.record(site, entry);
        assertThat(reconciler.record(site, entry)).as("answered alike").isEqualTo(first);
      }
      case Hearsay.Settle settle -> reconciler.settle(site);
    }
  }

  private void push(Hearsay.Push push) {
    PushAnswer answer =
        reconciler.push(
            site,
            Stage.device(site, push.device()),
            world.header(push.device(), push.end(), Stage.device(site, push.device())),
            lines.get(push.device()).subList(push.from(), push.end()));
    int known = Math.max(push.end(), heard.get(push.device()));
    assertThat(answer.sendFrom()).isNull();
    assertThat(answer.appliedThrough()).isEqualTo(known);
    assertThat(answer.outcomes()).hasSize(push.end() - push.from());
    TreeMap<Long, Outcome> before = answered.get(push.device());
    for (Outcome outcome : answer.outcomes()) {
      Outcome first = before.putIfAbsent(outcome.seq(), outcome);
      assertThat(first == null ? outcome : first).as("answered alike").isEqualTo(outcome);
    }
    heard.put(push.device(), known);
  }

  NaiveFold fold(List<Books.Journaled> journal) {
    return NaiveFold.of(site, tolerances, world.settings().negativeAllowed(), journal);
  }

  private void check(Books books) {
    BookCheck.check(books, fold(books.journal()));
  }

  private void checkTimes(Books books) {
    Map<UUID, Long> found = new HashMap<>();
    books.journal().forEach(each -> found.put(each.operation().id(), each.time().t()));
    world
        .journals()
        .forEach(
            (device, deeds) -> {
              List<Long> times = NaiveTime.of(deeds);
              for (int i = 0; i < deeds.size(); i++) {
                assertThat(found.get(deeds.get(i).id())).as("t").isEqualTo(times.get(i));
              }
            });
  }

  /** What never depends on arrival: lines, and goods where nobody counts. */
  static Map<String, Object> firstPromise(Books books) {
    Map<String, Object> face = new TreeMap<>();
    books.lines().forEach((line, row) -> face.put("line " + line, row));
    face.values().removeIf(Books.Line.NONE::equals);
    face.put("orders", books.orderStates());
    books
        .balances()
        .forEach(
            (key, quantity) -> {
              if (!key.account().isBin() && !key.account().equals(Account.ADJUSTMENT)) {
                face.put(key.account() + " " + key.item() + " " + key.lot(), quantity);
              }
            });
    return face;
  }

  /** What does not depend on arrival as long as nothing settled too early. */
  Map<String, Object> secondPromise(Books books) {
    Map<String, Object> face = firstPromise(books);
    NaiveFold fold = fold(books.journal());
    books
        .balances()
        .forEach((key, q) -> face.put(key.account() + " " + key.item() + " " + key.lot(), q));
    face.put("holding", books.holding());
    books
        .counts()
        .forEach(
            (counted, read) -> {
              if (fold.counts.containsKey(counted) && !read.isOfNoConsequence()) {
                face.put(
                    "count "
                        + counted.operation()
                        + " "
                        + counted.key().account()
                        + counted.key().item()
                        + counted.key().lot(),
                    read);
              }
            });
    return face;
  }

  /**
   * Wherever a bin differs from what full knowledge would give, it is flagged, unless it was
   * counted again and that count has settled, too.
   */
  void checkThirdPromise(Books books) {
    List<Books.Journaled> unsettled =
        books.journal().stream()
            .filter(each -> !(each.operation().body() instanceof CountSettled))
            .toList();
    NaiveFold full = fold(unsettled);
    List<String> silent = new ArrayList<>();
    for (StockKey key : union(books, full)) {
      boolean differs =
          !Objects.equals(books.balances().get(key), full.balances.get(key))
              && key.account().isBin();
      String card = key.account() + " " + key.item();
      boolean flagged =
          books.found().stream()
              .anyMatch(
                  each ->
                      each.startsWith("LATE_MOVE " + card)
                          || each.startsWith("COUNT_VARIANCE " + card)
                          || each.startsWith("COUNT_DISPUTED " + card));
      if (differs && !flagged && fold(books.journal()).settledCounts(key) < 2) {
        silent.add(
            key + " is " + books.balances().get(key) + ", would be " + full.balances.get(key));
      }
    }
    assertThat(silent).as("silent differences").isEmpty();
  }

  private static List<StockKey> union(Books books, NaiveFold full) {
    TreeMap<StockKey, Quantity> both = new TreeMap<>(books.balances());
    both.putAll(full.balances);
    return List.copyOf(both.keySet());
  }

  /** The world and how the server heard of it. */
  String story() {
    StringBuilder story = new StringBuilder(world.toString());
    story.append("The server hears:\n");
    for (Hearsay.Step step : hearsay.steps()) {
      story.append("  ").append(step).append('\n');
    }
    return story.toString();
  }
}
