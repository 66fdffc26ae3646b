package io.bincard.server.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An order in which the server may come to hear of a world: batches of any size, some sent twice,
 * devices that are silent for long. Nothing is heard of before it happened, decisions are taken at
 * their time, and a push carries the anchor that covers it, as the protocol asks.
 */
record Hearsay(List<Step> steps) {
  /** One thing the server hears of, at a time of its own clock. */
  sealed interface Step {
    long now();
  }

  /** Operations from {@code from}, before {@code end}, counted from 0. */
  record Push(long now, String device, int from, int end) implements Step {}

  /** A decision. */
  record Decide(long now, int index) implements Step {}

  /** Counts that can, settle. */
  record Settle(long now) implements Step {}

  static Hearsay of(World world, long seed, boolean settling) {
    return new Maker(world, new Random(seed), settling).make();
  }

  private static final class Maker {
    private final World world;
    private final Random random;
    private final boolean settling;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> heard = new HashMap<>();
    private int decided;
    private long now;

    Maker(World world, Random random, boolean settling) {
      this.world = world;
      this.random = random;
      this.settling = settling;
      world.journals().keySet().forEach(device -> heard.put(device, 0));
    }

    Hearsay make() {
      List<String> devices = List.copyOf(world.journals().keySet());
      while (remaining()) {
        if (settling && random.nextInt(4) == 0) {
          steps.add(new Settle(now));
        }
        int choice = random.nextInt(devices.size() + 1);
        if (choice == devices.size()) {
          decide();
        } else {
          push(devices.get(choice), 1 + random.nextInt(5));
        }
      }
      if (settling) {
        steps.add(new Settle(now + 2_000));
      }
      return new Hearsay(List.copyOf(steps));
    }

    private boolean remaining() {
      return decided < world.decisions().size()
          || heard.entrySet().stream()
              .anyMatch(each -> each.getValue() < world.journals().get(each.getKey()).size());
    }

    private void push(String device, int count) {
      int from = heard.get(device);
      int end = Math.min(from + count, world.journals().get(device).size());
      if (from == end || !canBeHeard(device, end - 1)) {
        return;
      }
      now = Math.max(now, anchored(device, end - 1));
      int again = random.nextInt(4) == 0 ? Math.max(0, from - random.nextInt(4)) : from;
      steps.add(new Push(now, device, again, end));
      heard.put(device, end);
      if (random.nextInt(8) == 0) {
        steps.add(new Push(now, device, random.nextInt(end), end));
      }
    }

    /** The next decision waits for what happened, and was sent, before it. */
    private boolean canBeHeard(String device, int index) {
      return decided == world.decisions().size()
          || anchored(device, index) <= world.decisions().get(decided).at();
    }

    private long anchored(String device, int index) {
      World.Deed anchor = world.anchorFrom(device, index);
      return anchor == null ? 0 : anchor.at();
    }

    private void decide() {
      if (decided == world.decisions().size()) {
        return;
      }
      World.Ruling ruling = world.decisions().get(decided);
      world
          .journals()
          .forEach(
              (device, deeds) -> {
                for (int i = heard.get(device); i < deeds.size(); i++) {
                  if (deeds.get(i).id().equals(ruling.about()) && canBeHeard(device, i)) {
                    push(device, i + 1 - heard.get(device));
                  }
                }
              });
      now = ruling.at();
      steps.add(new Decide(now, decided));
      decided++;
    }
  }
}
