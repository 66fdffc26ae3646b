package io.bincard.server.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Hears of a world in three orders; where a promise is broken, tells the smallest story of it. */
final class Trial {
  private static final int ORDERS = 3;

  private final Supplier<Stage> stages;
  private final boolean settling;
  private Play last;

  Trial(Supplier<Stage> stages, boolean settling) {
    this.stages = stages;
    this.settling = settling;
  }

  void run(World world) {
    Throwable failure = failure(world);
    if (failure != null) {
      World smallest = smallest(world);
      Throwable simplest = failure(smallest);
      throw new AssertionError(
          told(simplest == null ? failure.toString() : simplest + "\n" + last.story()), failure);
    }
  }

  private Throwable failure(World world) {
    try {
      List<Map<String, Object>> ends = new ArrayList<>();
      for (int order = 0; order < ORDERS; order++) {
        Hearsay hearsay = Hearsay.of(world, world.seed() * ORDERS + order, settling);
        last = new Play(world, hearsay, stages.get());
        Books end = last.play(order == 0);
        if (settling) {
          last.checkThirdPromise(end);
        }
        ends.add(settling ? Play.firstPromise(end) : last.secondPromise(end));
        assertThat(ends.get(order)).as("whatever the order").isEqualTo(ends.get(0));
      }
      return null;
    } catch (AssertionError | RuntimeException broken) {
      return broken;
    }
  }

  /** Ids are short here, so that one can be found in the other lines. */
  private static String told(String story) {
    return story.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-0*([0-9a-f]+)", "#$2");
  }

  /** Leaves out whatever can be left out without mending it. */
  private World smallest(World world) {
    World smallest = world;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (World candidate : candidates(smallest)) {
        if (failure(candidate) != null) {
          smallest = candidate;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  private static List<World> candidates(World world) {
    List<World> candidates = new ArrayList<>();
    world
        .journals()
        .forEach(
            (device, deeds) -> {
              // The last anchor stays: a journal without one has no fixed times.
              int removable = deeds.size() == 1 ? 1 : deeds.size() - 1;
              for (int i = 0; i < removable; i++) {
                candidates.add(world.without(device, i));
              }
            });
    for (int i = 0; i < world.decisions().size(); i++) {
      candidates.add(world.withoutDecision(i));
    }
    return candidates;
  }
}
