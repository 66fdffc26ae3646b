package io.bincard.handheld.sync;

import java.util.List;

/** What an event led to. */
record Step(State state, List<Action> actions) {
  Step {
    actions = List.copyOf(actions);
  }
}
